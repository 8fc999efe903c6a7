import type { AllocationCondition } from '../allocation/RuleSet';

/** A tag that the business wants, and how people write it. */
export interface TagRequirement {
  /** As it ought to be written: `cost-centre`. */
  key: string;
  /** Other spellings that mean it: `CostCenter`, `cost_center`. */
  variants: string[];
  /** Whether each resource must have it. */
  required: boolean;
  /** The only values it may have; any where left out. */
  allowedValues?: string[];
  /** Other spellings of values, by what they mean: `production` → `prod`. */
  valueVariants?: Record<string, string>;
  /** How values are written; as they are where left out. */
  letterCase?: 'lower' | 'upper';
}

/** Tags that all resources of an account have, unless they say otherwise. */
export interface AccountTags {
  /** A sub-account's id, or a billing account's. */
  accountId: string;
  tags: Record<string, string>;
}

/** A tag that the portal adds, where all conditions hold. */
export interface VirtualTag {
  id: string;
  conditions: AllocationCondition[];
  key: string;
  value: string;
  /** Whether it takes the place of what a resource says itself. */
  overwrite?: boolean;
}

/** What tags there ought to be, and what is made of those there are. */
export interface TagSchema {
  requirements: TagRequirement[];
  accounts: AccountTags[];
  /** In this order; a later one sees what earlier ones added. */
  virtual: VirtualTag[];
}

/** What is wrong with one tag of a resource. */
export type TagProblemKind =
  'missing' | 'not-allowed' | 'contradictory' | 'spelling';

/** A spelling that is put right by itself is worth fixing, and no breach. */
export const TOLERATED: TagProblemKind = 'spelling';

/** One thing to fix. */
export interface TagProblem {
  key: string;
  kind: TagProblemKind;
  /** What is written, key and value: `CostCenter=1234`. */
  found?: string;
  /** What it should be, where there is one answer. */
  wanted?: string;
}

/** The tags of a resource as allocation sees them, and what to fix. */
export interface EvaluatedTags {
  tags: Record<string, string>;
  problems: TagProblem[];
}
