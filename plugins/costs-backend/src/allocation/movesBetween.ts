import type { Decimal } from 'decimal.js';
import { Exact, type CostPart, type Distribution } from './distributeCosts';
import { dimensions, type Dimension } from './RuleSet';

/** Cost that goes from one name to another. */
export interface Move {
  dimension: Dimension;
  currency: string;
  /** A customer, a team …; a site with its customer, `acme/site_1`. None for cost that is nobody's. */
  from: string | null;
  to: string | null;
  /**
   * Of customers: the rule that decides it now, or did before where none does
   * any more. None where labels do.
   */
  ruleId?: string;
  cost: string;
}

/**
 * What moves where the same sums are divided in another way, by dimension and
 * currency, and of customers by rule. In each dimension the moves are the
 * difference to the last digit. Where a cost is shared before and after, those
 * who lose are matched with those who win in the order of their names, for no
 * rule says whose part became whose.
 */
export function movesBetween(
  before: readonly Distribution[],
  after: readonly Distribution[],
): Move[] {
  const moves = new Map<string, Move>();
  after.forEach((now, index) => {
    for (const dimension of dimensions) {
      for (const move of movesOf(dimension, before[index], now)) {
        add(moves, { ...move, dimension, currency: now.sum.currency });
      }
    }
  });
  return [...moves.values()]
    .filter(({ cost }) => !new Exact(cost).isZero())
    .sort(
      (a, b) =>
        dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension) ||
        compare(a.currency, b.currency) ||
        compare(a.from ?? '', b.from ?? '') ||
        compare(a.to ?? '', b.to ?? '') ||
        compare(a.ruleId ?? '', b.ruleId ?? ''),
    );
}

function movesOf(
  dimension: Dimension,
  before: Distribution,
  after: Distribution,
): Pick<Move, 'from' | 'to' | 'cost' | 'ruleId'>[] {
  if (isAlike(dimension, before.parts, after.parts)) {
    return [];
  }
  const differences = new Map<string | null, Decimal>();
  const count = (parts: readonly CostPart[], sign: 1 | -1) => {
    for (const part of parts) {
      const name = nameIn(dimension, part);
      const known = differences.get(name) ?? new Exact(0);
      differences.set(name, known.plus(new Exact(part.cost).times(sign)));
    }
  };
  count(before.parts, -1);
  count(after.parts, 1);
  const ruleId =
    dimension === 'tenant'
      ? (after.parts[0]?.ruleId ?? before.parts[0]?.ruleId)
      : undefined;
  return match(differences, new Exact(before.sum.cost).isNegative()).map(
    move => (ruleId ? { ...move, ruleId } : move),
  );
}

/** Most sums stay where they are: then there is nothing to add up. */
function isAlike(
  dimension: Dimension,
  before: readonly CostPart[],
  after: readonly CostPart[],
): boolean {
  return (
    before.length === 1 &&
    after.length === 1 &&
    nameIn(dimension, before[0]) === nameIn(dimension, after[0])
  );
}

function nameIn(dimension: Dimension, part: CostPart): string | null {
  if (dimension === 'site') {
    return part.site ? `${part.tenant}/${part.site}` : null;
  }
  return part[dimension] ?? null;
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
  const { dimension, currency, from, to, ruleId } = move;
  const id = JSON.stringify([dimension, currency, from, to, ruleId]);
  const known = moves.get(id);
  const cost = new Exact(known?.cost ?? 0).plus(move.cost).toFixed();
  moves.set(id, { ...move, cost });
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
