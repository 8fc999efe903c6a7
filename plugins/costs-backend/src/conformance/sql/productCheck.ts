import type { Compiler } from './Compiler';
import { quoteName } from './quote';

const mantissa = (name: string) => `trim(split_part(upper(${name}), 'E', 1))`;
/** Zeros at the end of a fraction say nothing and cost digits. */
const significant = (name: string) =>
  `CASE WHEN contains(${name}, '.') THEN rtrim(${mantissa(name)}, '0') ELSE ${mantissa(name)} END`;
const exponent = (name: string) =>
  `coalesce(TRY_CAST(split_part(upper(${name}), 'E', 2) AS INTEGER), 0)`;

/** All digits, as a whole number. */
const digits = (name: string) =>
  `TRY_CAST(replace(${significant(name)}, '.', '') AS HUGEINT)`;
/** How many of the digits lie behind the point. */
const scale = (name: string) =>
  `(length(split_part(${significant(name)}, '.', 2)) - ${exponent(name)})::INTEGER`;
/** As `scale`, with the zeros at the end that were written. */
const writtenScale = (name: string) =>
  `greatest(2, length(split_part(${mantissa(name)}, '.', 2)) - ${exponent(name)})::INTEGER`;

const power = (places: string) =>
  `TRY_CAST(('1' || repeat('0', ${places})) AS HUGEINT)`;

/**
 * The product of two columns, compared with a third in whole numbers of up to
 * 38 digits, so that nothing is rounded. It matches when it rounds to the
 * result as that is written, to two places at least: providers round costs,
 * not unit prices and quantities. Null where the digits do not suffice.
 */
export const productCheck: Compiler = ({ columns = [] }) => {
  const [first, second, result] = columns.map(quoteName);
  if (!result) return undefined;
  const simple = `${first} IS NOT NULL AND ${second} IS NOT NULL AND ${result} IS NOT NULL`;
  const productScale = `(${scale(first)} + ${scale(second)})`;
  const common = `greatest(${productScale}, ${writtenScale(result)})`;
  const product = `${digits(first)} * ${digits(second)} * ${power(`${common} - ${productScale}`)}`;
  const expected = `${digits(result)} * ${power(`${common} - ${scale(result)}`)}`;
  const tolerance = power(`${common} - ${writtenScale(result)}`);
  return `CASE WHEN ${simple} THEN TRY(abs(2 * (${product} - ${expected})) <= ${tolerance}) END`;
};

/** Where all three numbers are given and yet nothing could be compared. */
export function incomparable(columns: string[], matches: string): string {
  const given = columns.map(name => `${quoteName(name)} IS NOT NULL`);
  return `${given.join(' AND ')} AND (${matches}) IS NULL`;
}

/** Why a comparison of products left rows out. */
export const incomparableNote = (rows: number) =>
  `${rows} rows hold no numbers of at most 38 digits in all`;
