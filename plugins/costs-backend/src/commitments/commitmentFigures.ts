import { Decimal } from 'decimal.js';
import type { CommitmentSums } from './commitmentSums';

/** Room for every digit that a sum of amounts can have. */
const Exact = Decimal.clone({ precision: 100 });

/** Figures on commitments in one currency, in decimals: `0.8333`. */
export interface CommitmentFigures {
  currency: string;
  /** How much of what is committed to is used. None without commitments. */
  utilisation: string | null;
  /** How much of the usage that could be is covered by commitments. */
  coverage: string | null;
  /** What is saved against list prices, waste taken off; negative where it costs more. */
  effectiveSavingsRate: string | null;
  /** Usage that no figure but utilisation knows of, for its list cost is unknown. */
  rowsWithoutListCost: bigint;
}

/**
 * Utilisation, coverage and effective savings rate, by currency:
 *
 * - utilisation = effective cost of Used / effective cost of Used and Unused
 * - coverage = list cost of Used / list cost of usage priced Standard or
 *   Committed, Unused left out
 * - effective savings rate = 1 − effective cost of all usage, Unused included /
 *   list cost of all usage, Unused left out
 *
 * Only usage enters: purchases, taxes, credits and adjustments never do. Usage
 * of which the list cost is unknown is left out of both sides of a rate, for
 * its effective cost would else count as a loss; unused commitments have no
 * list cost by their nature and stay.
 */
export function commitmentFigures(
  sums: readonly CommitmentSums[],
): CommitmentFigures[] {
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  return currencies.map(currency =>
    figuresOf(
      currency,
      sums.filter(
        sum => sum.currency === currency && sum.chargeCategory === 'Usage',
      ),
    ),
  );
}

function figuresOf(
  currency: string,
  usage: readonly CommitmentSums[],
): CommitmentFigures {
  const used = usage.filter(isStatus('Used'));
  const unused = usage.filter(isStatus('Unused'));
  const consumed = usage.filter(sum => !unused.includes(sum));
  const eligible = consumed.filter(
    ({ pricingCategory }) =>
      pricingCategory === 'Standard' || pricingCategory === 'Committed',
  );
  const usedCost = total(used, 'effectiveCost');
  const unusedCost = total(unused, 'effectiveCost');
  const comparableCost = total(consumed, 'effectiveCost').minus(
    total(consumed, 'effectiveCostWithoutListCost'),
  );
  const paid = ratio(
    comparableCost.plus(unusedCost),
    total(consumed, 'listCost'),
  );
  return {
    currency,
    utilisation: toText(ratio(usedCost, usedCost.plus(unusedCost))),
    coverage: toText(
      ratio(total(used, 'listCost'), total(eligible, 'listCost')),
    ),
    effectiveSavingsRate: toText(paid && new Exact(1).minus(paid)),
    rowsWithoutListCost: consumed.reduce(
      (rows, sum) => rows + sum.rowsWithoutListCost,
      0n,
    ),
  };
}

function isStatus(status: string) {
  return (sum: CommitmentSums) => sum.commitmentDiscountStatus === status;
}

function total(
  sums: readonly CommitmentSums[],
  amount: 'effectiveCost' | 'listCost' | 'effectiveCostWithoutListCost',
): Decimal {
  return sums.reduce((all, sum) => all.plus(sum[amount]), new Exact(0));
}

function ratio(part: Decimal, whole: Decimal): Decimal | null {
  return whole.isZero() ? null : part.div(whole);
}

function toText(value: Decimal | null): string | null {
  return value && value.toDecimalPlaces(4, Decimal.ROUND_HALF_EVEN).toFixed();
}
