import { Decimal } from 'decimal.js';
import type { AllocationKey } from './AllocationKey';
import type { Assignment, Directory } from './Assignment';
import { createAllocator } from './createAllocator';
import { dimensions, type Dimension, type RuleSet } from './RuleSet';
import { sharesOfSplit, type SplitBasis } from './sharesOfSplit';
import { LEAST_SCALE_OF_PARTS, splitAmount } from './splitAmount';

/** Room for every digit that a sum of amounts can have. */
const Exact = Decimal.clone({ precision: 200 });

/** What the charges of a key come to, in one source, period and currency. */
export interface KeySum {
  source: string;
  /** First instant of the billing period. */
  billingPeriod: string;
  currency: string;
  /** Effective cost, a decimal; what shared costs are divided by as well. */
  cost: string;
}

/** Keys with what they come to. */
export interface KeySums {
  key: AllocationKey;
  sums: KeySum[];
}

/** Cost that goes from one name to another. */
export interface Move {
  dimension: Dimension;
  currency: string;
  /** A customer, a team …; a site with its customer, `acme/site_1`. None for cost that is nobody's. */
  from: string | null;
  to: string | null;
  cost: string;
}

/** What both rule sets are tried on. */
export interface SimulationInput {
  keys: readonly KeySums[];
  directory: Directory;
  metrics?: SplitBasis['metrics'];
}

/**
 * What would move if the new rules took the place of the old, by dimension and
 * currency. In each dimension the moves are the difference to the last digit.
 * Where a cost is shared before and after, those who lose are matched with
 * those who win in the order of their names, for no rule says whose part became
 * whose.
 */
export function simulateAllocation(
  before: RuleSet,
  after: RuleSet,
  input: SimulationInput,
): Move[] {
  const old = distribute(before, input);
  const moves = new Map<string, Move>();
  distribute(after, input).forEach((now, index) => {
    for (const dimension of dimensions) {
      for (const move of movesOf(dimension, old[index], now)) {
        add(moves, { ...move, dimension, currency: now.sum.currency });
      }
    }
  });
  return [...moves.values()]
    .filter(({ cost }) => !new Decimal(cost).isZero())
    .sort(
      (a, b) =>
        dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension) ||
        compare(a.currency, b.currency) ||
        compare(a.from ?? '', b.from ?? '') ||
        compare(a.to ?? '', b.to ?? ''),
    );
}

/** A sum of a key, and how it is divided. */
interface Distribution {
  sum: KeySum;
  assignment: Assignment;
  /** Cost by customer; by none, what is nobody's. */
  parts: { tenant: string | null; cost: string }[];
}

function distribute(
  ruleSet: RuleSet,
  { keys, directory, metrics = new Map() }: SimulationInput,
): Distribution[] {
  const allocate = createAllocator(ruleSet, directory);
  const assigned = keys.flatMap(({ key, sums }) => {
    const { assignment } = allocate(key);
    return sums.map(sum => ({ sum, assignment }));
  });
  const pots = directCostsOf(assigned);
  return assigned.map(one => ({
    ...one,
    parts: partsOf(one, {
      directCosts: pots.get(potOf(one.sum)) ?? new Map(),
      metrics,
    }),
  }));
}

function directCostsOf(
  assigned: readonly Pick<Distribution, 'sum' | 'assignment'>[],
): Map<string, Map<string, string>> {
  const pots = new Map<string, Map<string, string>>();
  for (const { sum, assignment } of assigned) {
    if ('tenant' in assignment) {
      const pot = pots.get(potOf(sum)) ?? new Map<string, string>();
      pots.set(potOf(sum), pot);
      pot.set(
        assignment.tenant,
        plus(pot.get(assignment.tenant) ?? '0', sum.cost),
      );
    }
  }
  return pots;
}

function potOf({ source, billingPeriod, currency }: KeySum): string {
  return JSON.stringify([source, billingPeriod, currency]);
}

function partsOf(
  { sum, assignment }: Pick<Distribution, 'sum' | 'assignment'>,
  basis: SplitBasis,
): Distribution['parts'] {
  if (assignment.method !== 'split') {
    const tenant = 'tenant' in assignment ? assignment.tenant : null;
    return [{ tenant, cost: sum.cost }];
  }
  const shares = sharesOfSplit(assignment.split, basis);
  if (shares.length === 0) {
    return [{ tenant: null, cost: sum.cost }];
  }
  const parts = splitAmount(sum.cost, shares, LEAST_SCALE_OF_PARTS);
  return shares.map(({ name }, index) => ({
    tenant: name,
    cost: parts[index],
  }));
}

function movesOf(
  dimension: Dimension,
  before: Distribution,
  after: Distribution,
): Pick<Move, 'from' | 'to' | 'cost'>[] {
  const differences = new Map<string | null, Decimal>();
  const count = (distribution: Distribution, sign: 1 | -1) => {
    for (const { tenant, cost } of distribution.parts) {
      const name = nameIn(dimension, distribution.assignment, tenant);
      const known = differences.get(name) ?? new Exact(0);
      differences.set(name, known.plus(new Exact(cost).times(sign)));
    }
  };
  count(before, -1);
  count(after, 1);
  return match(differences, new Exact(before.sum.cost).isNegative());
}

function nameIn(
  dimension: Dimension,
  assignment: Assignment,
  tenant: string | null,
): string | null {
  if (dimension === 'tenant') {
    return tenant;
  }
  if (dimension === 'site') {
    const site = 'site' in assignment ? assignment.site : undefined;
    return site ? `${tenant}/${site}` : null;
  }
  return assignment[dimension] ?? null;
}

/** A credit moves as a negative cost, from who had it to who gets it. */
function match(
  differences: ReadonlyMap<string | null, Decimal>,
  isCredit: boolean,
): Pick<Move, 'from' | 'to' | 'cost'>[] {
  const sorted = [...differences]
    .filter(([, difference]) => !difference.isZero())
    .sort(([a], [b]) => compare(a ?? '', b ?? ''))
    .map(([name, difference]) => ({
      name,
      left: difference.abs(),
      gives: difference.isNegative() !== isCredit,
    }));
  const givers = sorted.filter(({ gives }) => gives);
  const takers = sorted.filter(({ gives }) => !gives);
  return givers.flatMap(giver =>
    takers.flatMap(taker => {
      const amount = Exact.min(giver.left, taker.left);
      giver.left = giver.left.minus(amount);
      taker.left = taker.left.minus(amount);
      return amount.isZero()
        ? []
        : {
            from: giver.name,
            to: taker.name,
            cost: (isCredit ? amount.neg() : amount).toFixed(),
          };
    }),
  );
}

function add(moves: Map<string, Move>, move: Move): void {
  const { dimension, currency, from, to } = move;
  const id = JSON.stringify([dimension, currency, from, to]);
  const known = moves.get(id);
  moves.set(id, known ? { ...move, cost: plus(known.cost, move.cost) } : move);
}

function plus(a: string, b: string): string {
  return new Exact(a).plus(b).toFixed();
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
