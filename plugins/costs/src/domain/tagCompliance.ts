import { Decimal } from 'decimal.js';
import type { TagCompliance, TagComplianceFigures } from '../api';

const Exact = Decimal.clone({ precision: 100 });

/** The share of the cost that complies by month, one value for each key. */
export interface ComplianceSeries {
  keys: string[];
  /** Oldest month first; a share is null where the key was not asked for. */
  months: { period: string; shares: (string | null)[] }[];
}

/** The months that there are figures of, newest first. */
export function monthsOf(items: readonly TagCompliance[]): string[] {
  return [...new Set(items.map(({ period }) => period))].sort().reverse();
}

/** Currencies that figures are in, in the order of their names. */
export function currenciesOf(items: readonly TagCompliance[]): string[] {
  return [...new Set(items.map(({ currency }) => currency))].sort();
}

/** Figures of one currency as a drawing over time takes them. */
export function toSeries(items: readonly TagCompliance[]): ComplianceSeries {
  const keys = [...new Set(items.map(({ key }) => key))].sort();
  const shares = new Map(
    items.map(item => [nameOf(item.period, item.key), item.byCost]),
  );
  return {
    keys,
    months: monthsOf(items)
      .reverse()
      .map(period => ({
        period,
        shares: keys.map(key => shares.get(nameOf(period, key)) ?? null),
      })),
  };
}

/** The share that complies of all figures together, rounded down; none of nothing. */
export function complianceOf(
  items: readonly TagComplianceFigures[],
): string | undefined {
  const sum = (amountOf: (item: TagComplianceFigures) => string) =>
    items.reduce((all, item) => all.plus(amountOf(item)), new Exact(0));
  const cost = sum(item => item.cost);
  if (cost.isZero()) return undefined;
  return cost
    .minus(sum(item => item.missingCost))
    .minus(sum(item => item.wrongCost))
    .div(cost)
    .toDecimalPlaces(4, Decimal.ROUND_DOWN)
    .toFixed();
}

function nameOf(period: string, key: string): string {
  return JSON.stringify([period, key]);
}
