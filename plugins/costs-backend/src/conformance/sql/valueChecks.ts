import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import type { Compiler } from './Compiler';
import { isNationalCurrency } from './currencies';
import { identifier, literal } from '../../reading/sql';

const decimals = new Set<string>(
  CHARGE_COLUMNS.filter(({ type }) => type === 'decimal').map(
    ({ focusName }) => focusName,
  ),
);
const list = (values: readonly string[]) => values.map(literal).join(', ');

/** The digits before an exponent: whether they are all 0 tells a zero from others. */
const mantissa = (name: string) => `split_part(upper(${name}), 'E', 1)`;
const hasDigits = (name: string) =>
  `regexp_matches(${mantissa(name)}, '[1-9]')`;

/** The checks that compare values. */
export const valueChecks: Record<string, Compiler> = {
  CheckValue: ({ column = '', value }) => {
    const name = identifier(column);
    if (value === null) return `${name} IS NULL`;
    if (value === undefined) return undefined;
    if (!decimals.has(column)) return `${name} = ${literal(value)}`;
    // The rules know of no other amount than 0.
    return value === '0' ? `NOT ${hasDigits(name)}` : undefined;
  },
  CheckNotValue: ({ column = '', value }) => {
    const name = identifier(column);
    if (value === null) return `${name} IS NOT NULL`;
    if (value === undefined || decimals.has(column)) return undefined;
    return `${name} IS DISTINCT FROM ${literal(value)}`;
  },
  CheckSameValue: ({ columns = [] }) => columns.map(identifier).join(' = '),
  CheckNotSameValue: ({ columns = [] }) =>
    columns.map(identifier).join(' IS DISTINCT FROM '),
  CheckGreaterOrEqualThanValue: ({ column = '', value }) => {
    if (value !== '0') return undefined;
    const name = identifier(column);
    return `NOT (starts_with(ltrim(${name}), '-') AND ${hasDigits(name)})`;
  },
  CheckNationalCurrency: ({ column = '' }) =>
    isNationalCurrency(identifier(column)),
  OneOf: ({ column = '', values = [] }) =>
    `${identifier(column)} IN (${list(values)})`,
  OneOfPairs: ({ columns = [], pairs = [] }) => {
    const pair = columns.map(identifier).join(` || chr(31) || `);
    return `(${pair}) IN (${list(pairs.map(words => words.join('\u001f')))})`;
  },
};
