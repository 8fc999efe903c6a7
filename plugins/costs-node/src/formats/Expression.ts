/**
 * How a value is made from the columns of a row of an export. Expressions are
 * data: the backend compiles them to SQL that runs over the whole file at once,
 * so that a format never sees a row and an amount never becomes a float.
 */
export type Expression =
  | { kind: 'column'; names: readonly string[] }
  | { kind: 'text'; value: string }
  | { kind: 'firstOf'; of: readonly Expression[] }
  | {
      kind: 'when';
      cases: readonly { if: Condition; then: Expression }[];
      otherwise?: Expression;
    }
  | {
      kind: 'lookUp';
      key: Expression;
      table: Readonly<Record<string, string>>;
    }
  | { kind: 'part'; of: Expression; pattern: string }
  | { kind: 'sum'; of: readonly Expression[] }
  | { kind: 'difference'; from: Expression; subtract: Expression }
  | { kind: 'product'; of: readonly [Expression, Expression] }
  | { kind: 'dayAfter'; of: Expression }
  | { kind: 'monthStart'; of: Expression }
  | { kind: 'monthEnd'; of: Expression }
  | { kind: 'jsonObject'; of: Expression }
  | { kind: 'gathered'; prefix: string };

/** What a case of {@link when} asks. */
export type Condition =
  | { kind: 'present'; of: Expression }
  | { kind: 'equals'; of: Expression; values: readonly string[] }
  | { kind: 'isNegative'; of: Expression }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition };

/** The value of the first of these columns that the file has; letter case of headers does not matter. */
export const column = (...names: string[]): Expression => ({
  kind: 'column',
  names,
});

/** The same text in every row. */
export const text = (value: string): Expression => ({ kind: 'text', value });

/** The first value that is not null. */
export const firstOf = (...of: Expression[]): Expression => ({
  kind: 'firstOf',
  of,
});

/** The value of the first case that holds, else the last argument, else null. */
export const when = (
  cases: { if: Condition; then: Expression }[],
  otherwise?: Expression,
): Expression => ({ kind: 'when', cases, otherwise });

/** What the table says of the value, whatever its letter case; null where it says nothing. */
export const lookUp = (
  key: Expression,
  table: Readonly<Record<string, string>>,
): Expression => ({ kind: 'lookUp', key, table });

/** The first group of a regular expression (RE2), or null where it does not match. */
export const part = (of: Expression, pattern: string): Expression => ({
  kind: 'part',
  of,
  pattern,
});

/** The exact sum; an operand that is null counts as nothing, all null is null. */
export const sum = (...of: Expression[]): Expression => ({ kind: 'sum', of });

/** The exact difference, null where either is null. */
export const difference = (
  from: Expression,
  subtract: Expression,
): Expression => ({ kind: 'difference', from, subtract });

/** The exact product, null where either is null. */
export const product = (left: Expression, right: Expression): Expression => ({
  kind: 'product',
  of: [left, right],
});

/** The instant one day later: for exports whose last day is included. */
export const dayAfter = (of: Expression): Expression => ({
  kind: 'dayAfter',
  of,
});

/** The first instant of the UTC month that an instant lies in. */
export const monthStart = (of: Expression): Expression => ({
  kind: 'monthStart',
  of,
});

/** The first instant of the UTC month after the one that an instant lies in. */
export const monthEnd = (of: Expression): Expression => ({
  kind: 'monthEnd',
  of,
});

/** A JSON object whose outer braces the export may leave out. */
export const jsonObject = (of: Expression): Expression => ({
  kind: 'jsonObject',
  of,
});

/** One JSON object of all columns whose name begins with the prefix, under the rest of their names. */
export const gathered = (prefix: string): Expression => ({
  kind: 'gathered',
  prefix,
});

/** Not null. */
export const present = (of: Expression): Condition => ({ kind: 'present', of });

/** One of these values. */
export const equals = (of: Expression, ...values: string[]): Condition => ({
  kind: 'equals',
  of,
  values,
});

/** A number below zero. */
export const isNegative = (of: Expression): Condition => ({
  kind: 'isNegative',
  of,
});

/** Every one of them. */
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of });

/** The opposite. */
export const not = (of: Condition): Condition => ({ kind: 'not', of });
