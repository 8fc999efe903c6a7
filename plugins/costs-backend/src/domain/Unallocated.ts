/** What unallocated cost is told apart by. */
export const UNALLOCATED_BY = [
  'account',
  'service',
  'resource',
  'reason',
  'tag',
  'tag_key',
] as const;
export type UnallocatedBy = (typeof UNALLOCATED_BY)[number];

/** Unallocated cost of one account, service, resource, tag … */
export interface UnallocatedCost {
  /** Null where the charges have none. */
  value: string | null;
  /** What people call it, if anything. */
  label?: string;
  currency: string;
  /** Effective cost, an exact decimal. */
  amount: string;
  /** Of all unallocated cost in that currency, without signs: 0 to 1. */
  share: string | null;
  charges: number;
}

/** All unallocated cost in one currency. */
export interface UnallocatedSum {
  currency: string;
  amount: string;
  charges: number;
}
