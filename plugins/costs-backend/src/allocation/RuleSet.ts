import type { TagSchema } from '../tags/TagSchema';
import type { AllocationKeyField } from './AllocationKey';

/** What a cost can be laid to. */
export const dimensions = [
  'tenant',
  'site',
  'team',
  'costCentre',
  'project',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Whose a cost is. */
export interface AllocationTarget {
  /** Slug of the customer; `default` is the business itself. */
  tenant: string;
  site?: string;
  team?: string;
  costCentre?: string;
  project?: string;
}

/**
 * Asks one thing of a charge: that a field, or a tag, is like one of the
 * patterns. `*` stands for any text, `?` for one character, a backslash before
 * either for itself; upper and lower case are the same. What a charge lacks is
 * like nothing.
 */
export interface AllocationCondition {
  on: AllocationKeyField | 'tag';
  /** Key of the tag; for `tag` only. */
  tag?: string;
  anyOf: string[];
  /** Asks for the opposite. */
  not?: boolean;
}

/** A fixed value, or the value of a tag of the charge. */
export type ValueSource = { value: string } | { tag: string };

/** Who shares a cost: those named, or all that have costs of their own. */
export type SplitAmong = { tenants: string[] } | { all: 'with-direct-cost' };

/**
 * In which proportion customers share a cost. Weights are decimals in text.
 * `direct-cost` and `with-direct-cost` go by the effective cost that is laid
 * to one customer alone, in the same source, billing period and currency.
 */
export type Split =
  | { by: 'even'; among: SplitAmong }
  | { by: 'direct-cost'; among: SplitAmong }
  | { by: 'weights'; weights: Record<string, string> }
  | { by: 'metric'; metric: string };

/** Lays a cost to one target, or some dimensions of it only. */
export interface DirectEffect {
  kind: 'direct';
  set: Partial<Record<Dimension, ValueSource>>;
}

/** Divides a cost among customers. */
export interface SharedEffect {
  kind: 'shared';
  split: Split;
  /** The same for each part. */
  set?: Partial<Record<Exclude<Dimension, 'tenant' | 'site'>, ValueSource>>;
}

/** One rule: where all its conditions hold, its effect does. */
export interface AllocationRule {
  id: string;
  name: string;
  /** Rules are asked from the lowest to the highest. */
  order: number;
  enabled: boolean;
  conditions: AllocationCondition[];
  effect: DirectEffect | SharedEffect;
}

/** All rules of one version. A version never changes once it is in use. */
export interface RuleSet {
  version: number;
  rules: AllocationRule[];
  tagSchema: TagSchema;
}
