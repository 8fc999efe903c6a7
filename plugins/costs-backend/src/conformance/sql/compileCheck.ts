import type { Check } from '../rules/FocusRule';
import type { Compiler } from './Compiler';
import { formatChecks } from './formatChecks';
import { jsonChecks } from './jsonChecks';
import { productCheck } from './productCheck';
import { valueChecks } from './valueChecks';

const compilers: Record<string, Compiler | undefined> = {
  ...valueChecks,
  ...formatChecks,
  ...jsonChecks,
  ColumnByColumnEqualsColumnValue: productCheck,
  AND: check => joined(check, ' AND '),
  OR: check => joined(check, ' OR '),
};

/**
 * The SQL of a check of one row. See {@link Compiler} for what its answer
 * means; undefined when a function in it is not known.
 */
export const compileCheck: Compiler = check =>
  Object.hasOwn(compilers, check.check)
    ? compilers[check.check]?.(check)
    : undefined;

function joined({ items = [] }: Check, word: string): string | undefined {
  const parts = items.map(compileCheck);
  return parts.every(part => part !== undefined)
    ? `(${parts.map(part => `(${part})`).join(word)})`
    : undefined;
}

/** The columns that a check looks at, each once, in the order they come up. */
export function columnsOfCheck(check?: Check): string[] {
  if (!check) return [];
  const own = [
    ...(check.column ? [check.column] : []),
    ...(check.columns ?? []),
  ];
  return [...new Set([...own, ...(check.items ?? []).flatMap(columnsOfCheck)])];
}
