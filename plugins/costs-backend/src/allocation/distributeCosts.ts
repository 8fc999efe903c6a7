import { Decimal } from 'decimal.js';
import type { AllocationKey } from './AllocationKey';
import type { Assignment, Directory } from './Assignment';
import { createAllocator } from './createAllocator';
import type { AllocationTarget, RuleSet } from './RuleSet';
import { sharesOfSplit, type SplitBasis } from './sharesOfSplit';
import { LEAST_SCALE_OF_PARTS, splitAmount } from './splitAmount';

/** Room for every digit that a sum of amounts can have. */
export const Exact = Decimal.clone({ precision: 200 });

/** What the charges of a key come to, in one source, period and currency. */
export interface KeySum {
  source: string;
  /** First day of the billing period. */
  billingPeriod: string;
  currency: string;
  /** Effective cost, a decimal; what shared costs are divided by as well. */
  cost: string;
  /** Σ |cost| of the charges. */
  absoluteCost: string;
  /** How many charges; the parts of one are one. */
  rows: bigint;
}

/** Keys with what they come to. */
export interface KeySums {
  key: AllocationKey;
  sums: KeySum[];
}

/** What of a sum goes to one customer. */
export type CostPart = Omit<AllocationTarget, 'tenant'> & {
  /** None for what is nobody's. */
  tenant: string | null;
  cost: string;
  /** The rule that decided the customer; none where a label did, or nothing. */
  ruleId?: string;
};

/** A sum of a key, and how it is divided. */
export interface Distribution {
  sum: KeySum;
  parts: CostPart[];
}

/** What rules are tried on. */
export interface DistributionInput {
  keys: readonly KeySums[];
  directory: Directory;
  metrics?: SplitBasis['metrics'];
  /** Waited for now and then, so that others get their turn; may throw to end it. */
  pause?: () => Promise<void>;
}

const KEYS_PER_TURN = 500;

/** How the rules divide each sum of each key, in the order of the keys. */
export async function distributeCosts(
  ruleSet: RuleSet,
  { keys, directory, metrics = new Map(), pause }: DistributionInput,
): Promise<Distribution[]> {
  const allocate = createAllocator(ruleSet, directory);
  const assigned: AssignedSum[] = [];
  for (const [place, { key, sums }] of keys.entries()) {
    if (place % KEYS_PER_TURN === 0) {
      await pause?.();
    }
    const { assignment } = allocate(key);
    assigned.push(...sums.map(sum => ({ sum, assignment })));
  }
  const pots = directCostsOf(assigned);
  const distributions: Distribution[] = [];
  for (const [place, one] of assigned.entries()) {
    if (place % KEYS_PER_TURN === 0) {
      await pause?.();
    }
    distributions.push({
      sum: one.sum,
      parts: partsOf(one, {
        directCosts: pots.get(potOf(one.sum)) ?? new Map(),
        metrics,
      }),
    });
  }
  return distributions;
}

interface AssignedSum {
  sum: KeySum;
  assignment: Assignment;
}

function directCostsOf(
  assigned: readonly AssignedSum[],
): Map<string, Map<string, string>> {
  const pots = new Map<string, Map<string, string>>();
  for (const { sum, assignment } of assigned) {
    if ('tenant' in assignment) {
      const pot = pots.get(potOf(sum)) ?? new Map<string, string>();
      pots.set(potOf(sum), pot);
      const known = new Exact(pot.get(assignment.tenant) ?? '0');
      pot.set(assignment.tenant, known.plus(sum.cost).toFixed());
    }
  }
  return pots;
}

function potOf({ source, billingPeriod, currency }: KeySum): string {
  return JSON.stringify([source, billingPeriod, currency]);
}

function partsOf(
  { sum, assignment }: AssignedSum,
  basis: SplitBasis,
): CostPart[] {
  const { team, costCentre, project, ruleId } = assignment;
  const alike = { team, costCentre, project, ruleId };
  if (assignment.method !== 'split') {
    const owner =
      'tenant' in assignment
        ? { tenant: assignment.tenant, site: assignment.site }
        : { tenant: null };
    return [{ ...alike, ...owner, cost: sum.cost }];
  }
  const shares = sharesOfSplit(assignment.split, basis);
  if (shares.length === 0) {
    return [{ ...alike, tenant: null, cost: sum.cost }];
  }
  const amounts = splitAmount(sum.cost, shares, LEAST_SCALE_OF_PARTS);
  return shares.map(({ name }, index) => ({
    ...alike,
    tenant: name,
    cost: amounts[index],
  }));
}
