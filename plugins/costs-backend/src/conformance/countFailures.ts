import type { DistinctRule, RowRule } from './planRules';
import type { FocusRule } from './rules/FocusRule';
import { incomparable } from './sql/productCheck';
import { identifier } from '../reading/sql';

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
  connection: RowsConnection,
  from: string,
  expressions: string[],
): Promise<number[]> {
  const results: number[] = [];
  for (let start = 0; start < expressions.length; start += batchSize) {
    const batch = expressions.slice(start, start + batchSize);
    const [row] = await connection.rows<Record<string, number | null>>(
      `SELECT ${batch
        .map((expression, index) => `(${expression})::INTEGER AS v${index}`)
        .join(', ')} FROM ${from}`,
    );
    batch.forEach((_, index) => results.push(row[`v${index}`] ?? 0));
  }
  return results;
}

/** How many rows the table holds. */
export async function countRows(source: RowsTable): Promise<number> {
  const { connection, table } = source;
  const [rows] = await aggregates(connection, identifier(table), ['count(*)']);
  return rows;
}

/** What counting said of one rule. */
export interface RuleCounts {
  failure?: Failure;
  /** Rows whose numbers have too many digits to be compared. */
  incomparable: number;
}

const isProduct = ({ rule }: RowRule) =>
  rule.require?.check === 'ColumnByColumnEqualsColumnValue';

const failing = ({ when, holds }: RowRule) => `(${when}) AND NOT (${holds})`;

const rowsWhere = (condition: string) => `count(*) FILTER (WHERE ${condition})`;

const compareText = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * Works out once what several rules ask for, which DuckDB does not do by
 * itself for expressions with CASE.
 */
function shareAnswers(table: string, rules: RowRule[]) {
  const uses = new Map<string, number>();
  for (const rule of rules) {
    const count = (uses.get(rule.holds) ?? 0) + (isProduct(rule) ? 2 : 1);
    uses.set(rule.holds, count);
  }
  const shared = [...uses]
    .filter(([holds, count]) => count > 1 && holds.includes('CASE'))
    .map(([holds]) => holds);
  const name = (holds: string) =>
    identifier(`__shared${shared.indexOf(holds)}`);
  const columns = shared.map(holds => `, ${holds} AS ${name(holds)}`);
  const answered = rules.map(rule =>
    shared.includes(rule.holds) ? { ...rule, holds: name(rule.holds) } : rule,
  );
  return {
    from: `(SELECT *${columns.join('')} FROM ${identifier(table)})`,
    // Those that share come in one statement.
    rules: answered.sort((a, b) => compareText(a.holds, b.holds)),
  };
}

/**
 * How many rows break each of the rules, and the first that does. One pass
 * counts, a second looks for the rows of the few rules that are broken.
 */
export async function countFailures(
  { connection, table, rowColumn }: RowsTable,
  planned: RowRule[],
): Promise<Map<FocusRule, RuleCounts>> {
  const { from, rules } = shareAnswers(table, planned);
  const products = rules.filter(isProduct);
  const counts = await aggregates(connection, from, [
    ...products.map(({ rule, holds }) =>
      rowsWhere(incomparable(rule.require?.columns ?? [], holds)),
    ),
    ...rules.map(rule => rowsWhere(failing(rule))),
  ]);
  const leftOut = new Map(
    products.map(({ rule }, index) => [rule, counts[index]]),
  );
  const failingRows = counts.slice(products.length);
  const broken = rules.filter((_, index) => failingRows[index] > 0);
  const firstRows = await aggregates(
    connection,
    from,
    broken.map(
      rule => `min(${identifier(rowColumn)}) FILTER (WHERE ${failing(rule)})`,
    ),
  );
  return new Map(
    rules.map(({ rule }, index) => {
      const firstRow = firstRows[broken.indexOf(rules[index])];
      return [
        rule,
        {
          incomparable: leftOut.get(rule) ?? 0,
          ...(firstRow && {
            failure: { failingRows: failingRows[index], firstRow },
          }),
        },
      ];
    }),
  );
}

/** The rows whose value of one column goes with another number of values than asked for. */
export async function countDistinctFailures(
  { connection, table, rowColumn }: RowsTable,
  { rule, when }: DistinctRule,
): Promise<Failure | undefined> {
  const [key, counted] = (rule.require?.columns ?? []).map(identifier);
  const [failure] = await connection.rows<{
    rows: number | null;
    first: number | null;
  }>(
    `SELECT sum(members)::INTEGER AS rows, min(first)::INTEGER AS first
     FROM (
       SELECT count(*) AS members, min(${identifier(rowColumn)}) AS first
       FROM ${identifier(table)}
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

/** What some rows hold, by the number of the row. */
export async function readRows(
  { connection, table, rowColumn }: RowsTable,
  rows: number[],
  columns: string[],
): Promise<Map<number, Record<string, string | null>>> {
  if (!rows.length) return new Map();
  const found = await connection.rows<Record<string, unknown>>(
    `SELECT ${identifier(rowColumn)}::INTEGER AS __number, ${columns.map(identifier).join(', ')}
     FROM ${identifier(table)}
     WHERE ${identifier(rowColumn)} IN (${rows.join(', ')})`,
  );
  return new Map(
    found.map(({ __number, ...values }) => [
      __number as number,
      values as Record<string, string | null>,
    ]),
  );
}
