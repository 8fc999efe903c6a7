import type { AllocationTarget, Split } from './RuleSet';

/** Why a cost is nobody's yet. */
export const unallocatedReasons = [
  /** No label names a customer and no rule does. */
  'no-rule',
  /** A label or a rule names a customer that there is not. */
  'unknown-customer',
  /** A label or a rule names a site that the customer has not. */
  'unknown-site',
  /** A rule shares the cost, and there is nothing to share it by. */
  'no-basis',
] as const;
export type UnallocatedReason = (typeof unallocatedReasons)[number];

/** The dimensions that need no customer to be known. */
export type OpenDimensions = Omit<AllocationTarget, 'tenant' | 'site'>;

/** Laid to one customer: by the labels of its stack, or by a rule. */
export interface DirectAssignment extends AllocationTarget {
  method: 'label' | 'rule';
  /** The rule that named the customer. */
  ruleId?: string;
}

/** Shared by several customers. */
export interface SharedAssignment extends OpenDimensions {
  method: 'split';
  ruleId: string;
  split: Split;
}

/** Nobody's yet: the business's own tenant keeps it. */
export interface OpenAssignment extends OpenDimensions {
  method: 'none';
  reason: UnallocatedReason;
  /** The name that is unknown: `acmee`, or `acme/site_9`. */
  detail?: string;
  /** The rule that named it; none where a label did. */
  ruleId?: string;
}

/** What became of a charge. */
export type Assignment = DirectAssignment | SharedAssignment | OpenAssignment;
export type AllocationMethod = Assignment['method'];

/** How a cost becomes one customer's own. */
export const DIRECT_METHODS = [
  'label',
  'rule',
] as const satisfies readonly AllocationMethod[];

/**
 * Customers and sites there are. Those that have gone belong in it too:
 * providers send costs, and corrections of them, for months after.
 */
export interface Directory {
  customers: ReadonlySet<string>;
  /** Site ids by customer. */
  sites: ReadonlyMap<string, ReadonlySet<string>>;
}
