import type { ConformanceExample } from './ConformanceReport';
import type { DistinctRule, RowRule } from './planRules';
import { incomparable } from './sql/productCheck';
import { quoteName } from './sql/quote';

/** What is asked of a database that holds the rows of a file. */
export interface RowsConnection {
  rows<T>(sql: string, params?: unknown[]): Promise<T[]>;
}

/** The table that holds the rows, all columns as text. */
export interface RowsTable {
  connection: RowsConnection;
  table: string;
  /** The column with the number of the row, counted from 1. */
  rowColumn: string;
}

/** How many rows break a rule, and the first of them. */
export interface Failure {
  failingRows: number;
  firstRow: number;
}

/** So many aggregates stand in one statement: enough to save passes, few enough to plan quickly. */
const batchSize = 48;

async function aggregates(
  { connection, table }: RowsTable,
  expressions: string[],
): Promise<number[]> {
  const results: number[] = [];
  for (let from = 0; from < expressions.length; from += batchSize) {
    const batch = expressions.slice(from, from + batchSize);
    const [row] = await connection.rows<Record<string, number | null>>(
      `SELECT ${batch
        .map((expression, index) => `(${expression})::INTEGER AS v${index}`)
        .join(', ')} FROM ${quoteName(table)}`,
    );
    batch.forEach((_, index) => results.push(row[`v${index}`] ?? 0));
  }
  return results;
}

/** How many rows the table holds. */
export async function countRows(source: RowsTable): Promise<number> {
  const [rows] = await aggregates(source, ['count(*)']);
  return rows;
}

/**
 * How many rows break each of the rules, and the first that does: one pass
 * counts, a second looks for the rows of the few rules that are broken.
 */
export async function countFailures(
  source: RowsTable,
  rules: RowRule[],
): Promise<Map<RowRule, Failure>> {
  const counts = await aggregates(
    source,
    rules.map(({ failing }) => `count(*) FILTER (WHERE ${failing})`),
  );
  const broken = rules.filter((_, index) => counts[index] > 0);
  const first = await aggregates(
    source,
    broken.map(
      ({ failing }) =>
        `min(${quoteName(source.rowColumn)}) FILTER (WHERE ${failing})`,
    ),
  );
  return new Map(
    broken.map((rule, index) => [
      rule,
      { failingRows: counts[rules.indexOf(rule)], firstRow: first[index] },
    ]),
  );
}

/** How many rows a rule about products could not compare, for those with such rows. */
export async function countIncomparable(
  source: RowsTable,
  rules: RowRule[],
): Promise<Map<RowRule, number>> {
  const products = rules.filter(
    ({ rule }) => rule.require?.check === 'ColumnByColumnEqualsColumnValue',
  );
  const counts = await aggregates(
    source,
    products.map(
      ({ rule, holds }) =>
        `count(*) FILTER (WHERE ${incomparable(rule.require?.columns ?? [], holds)})`,
    ),
  );
  return new Map(
    products.flatMap((rule, index) =>
      counts[index] > 0 ? [[rule, counts[index]] as const] : [],
    ),
  );
}

/** The rows whose value of one column goes with another number of values than asked for. */
export async function countDistinctFailures(
  { connection, table, rowColumn }: RowsTable,
  { rule, when }: DistinctRule,
): Promise<Failure | undefined> {
  const [key, counted] = (rule.require?.columns ?? []).map(quoteName);
  const [failure] = await connection.rows<{
    rows: number | null;
    first: number | null;
  }>(
    `SELECT sum(members)::INTEGER AS rows, min(first)::INTEGER AS first
     FROM (
       SELECT count(*) AS members, min(${quoteName(rowColumn)}) AS first
       FROM ${quoteName(table)}
       WHERE ${key} IS NOT NULL AND ${when}
       GROUP BY ${key}
       HAVING ${distinctCountIsNot(counted, rule.require?.count ?? 1)}
     )`,
  );
  return failure?.rows
    ? { failingRows: failure.rows, firstRow: failure.first ?? 0 }
    : undefined;
}

/** Whether there is one value is told by the least and the greatest, which need no memory. */
function distinctCountIsNot(counted: string, count: number): string {
  return count === 1
    ? `min(${counted}) IS NULL OR min(${counted}) <> max(${counted})`
    : `count(DISTINCT ${counted}) <> ${count}`;
}

/** What a row holds in the columns concerned. */
export async function readExample(
  { connection, table, rowColumn }: RowsTable,
  row: number,
  columns: string[],
): Promise<ConformanceExample> {
  const [values] = await connection.rows<Record<string, string | null>>(
    `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteName(
      table,
    )} WHERE ${quoteName(rowColumn)} = ${row}`,
  );
  return {
    row,
    values: Object.fromEntries(
      columns.map(name => [name, values?.[name] ?? null]),
    ),
  };
}
