import { Decimal } from 'decimal.js';
import type { CostSum } from '../api';

/** Digits that no sum of costs comes near, so that nothing is rounded. */
const Exact = Decimal.clone({ precision: 100 });

/** One value of a dimension, with all of it in one currency. */
export interface ValueSum {
  /** Absent for what has none. */
  value: string | null;
  /** Everything that is not told apart. */
  isRest: boolean;
  amount: string;
  charges: number;
  /** Charges that have no such cost and add nothing. */
  unknown: number;
}

/** What amounts of one currency add up to, to the last digit. */
export function addUp(amounts: readonly string[]): string {
  return amounts
    .reduce((sum, amount) => sum.plus(amount), new Exact(0))
    .toFixed();
}

/** Which part of a whole an amount is, as a decimal; none of nothing. */
export function shareOf(amount: string, whole: string): string | undefined {
  const total = new Exact(whole);
  if (total.lte(0)) return undefined;
  return new Exact(amount).div(total).toDecimalPlaces(6).toFixed();
}

/** How an amount stands to an earlier one. */
export interface Comparison {
  is: 'more' | 'less' | 'same';
  /** As a decimal, of the earlier one. */
  share: string;
}

/** Compares an amount with an earlier one; not with nothing. */
export function compare(now: string, before: string): Comparison | undefined {
  const base = new Exact(before);
  if (base.lte(0)) return undefined;
  const change = new Exact(now).minus(base).div(base).toDecimalPlaces(4);
  const isSame = change.abs().lt('0.005');
  if (isSame) return { is: 'same', share: '0' };
  return {
    is: change.gt(0) ? 'more' : 'less',
    share: change.abs().toFixed(),
  };
}

/** The sums of one currency by value, the highest first, the rest last. */
export function sumsByValue(
  items: readonly CostSum[],
  currency: string,
): ValueSum[] {
  const groups = new Map<string, CostSum[]>();
  for (const item of items) {
    if (item.currency !== currency) continue;
    const key = groupKeyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()]
    .map(group => ({
      value: group[0].value ?? null,
      isRest: group[0].isRest === true,
      amount: addUp(group.map(({ amount }) => amount)),
      charges: group.reduce((count, { charges }) => count + charges, 0),
      unknown: group.reduce((count, item) => count + (item.unknown ?? 0), 0),
    }))
    .sort(byAmountRestLast);
}

/** The sums of one currency by period and value. */
export interface CostGrid {
  values: ValueSum[];
  rows: {
    period: string;
    total: string;
    /** In the order of `values`; absent where there is nothing. */
    amounts: (string | undefined)[];
  }[];
  total: string;
}

/** Arranges sums as a grid that has every period, with costs or without. */
export function toGrid(
  items: readonly CostSum[],
  currency: string,
  periods: readonly string[],
): CostGrid {
  const values = sumsByValue(items, currency);
  const columnOf = new Map(
    values.map((value, column) => [groupKeyOf(value), column]),
  );
  const rows = new Map(
    periods.map(period => [
      period,
      new Array<string | undefined>(values.length).fill(undefined),
    ]),
  );
  for (const item of items) {
    const row = rows.get(item.period ?? '');
    const column = columnOf.get(groupKeyOf(item));
    if (item.currency !== currency || !row || column === undefined) continue;
    row[column] = item.amount;
  }
  return {
    values,
    rows: [...rows].map(([period, amounts]) => ({
      period,
      amounts,
      total: addUp(amounts.filter(amount => amount !== undefined)),
    })),
    total: addUp(values.map(({ amount }) => amount)),
  };
}

/** The period that cost most; none where nothing cost anything. */
export function dearestRow(
  grid: CostGrid,
): CostGrid['rows'][number] | undefined {
  let most: CostGrid['rows'][number] | undefined;
  for (const row of grid.rows) {
    if (new Exact(row.total).gt(most?.total ?? 0)) most = row;
  }
  return most;
}

/** The highest amount of one value in one period. */
export function highestCell(grid: CostGrid): string {
  return grid.rows
    .flatMap(({ amounts }) => amounts)
    .filter(amount => amount !== undefined)
    .reduce(
      (most, amount) => (new Exact(amount).gt(most) ? amount : most),
      '0',
    );
}

/** Currencies of an answer, the one with most charges first. */
export function currenciesOf(items: readonly CostSum[]): string[] {
  const charges = new Map<string, number>();
  for (const item of items) {
    charges.set(
      item.currency,
      (charges.get(item.currency) ?? 0) + item.charges,
    );
  }
  return [...charges.entries()]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([currency]) => currency);
}

/** How much more an amount is than another; less when negative. */
export function differenceOf(amount: string, other: string): string {
  return new Exact(amount).minus(other).toFixed();
}

/** Whether an amount is nothing. */
export function isZero(amount: string): boolean {
  return new Exact(amount).isZero();
}

function groupKeyOf(item: { value?: string | null; isRest?: boolean }): string {
  if (item.isRest) return 'rest';
  return item.value === null || item.value === undefined
    ? 'none'
    : `value:${item.value}`;
}

function byAmountRestLast(a: ValueSum, b: ValueSum): number {
  if (a.isRest !== b.isRest) return a.isRest ? 1 : -1;
  return new Exact(b.amount).comparedTo(a.amount);
}
