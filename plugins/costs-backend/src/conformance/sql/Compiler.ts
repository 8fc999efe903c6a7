import type { Check } from '../rules/FocusRule';

/**
 * Turns a check into an SQL expression over one row: true where it holds,
 * false where it is broken, null where there is nothing to say (most often
 * because the value is null, which is the business of other rules). Returns
 * undefined for what it does not know.
 */
export type Compiler = (check: Check) => string | undefined;
