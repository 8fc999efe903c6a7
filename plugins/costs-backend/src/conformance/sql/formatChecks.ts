import type { Compiler } from './Compiler';
import { isNationalCurrency } from './currencies';
import { identifier, literal } from '../../reading/sql';

/** What reads as one number at all, however written. */
const readable =
  '\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*';
/** NumericFormat: no plus sign, no separators, E notation with a capital. */
const numeric = '-?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)(E-?[0-9]+)?';
/** DateTimeFormat: YYYY-MM-DDTHH:mm:ssZ. */
const instant =
  '[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z';
/** What reads as a date, or a date and time, without knowing a country's habits. */
const readableInstant =
  '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?)? ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)?';

const timeUnits = [
  ...['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'],
  ...['Millisecond', 'Microsecond'],
].flatMap(unit => [unit, `${unit}s`]);
const dataUnits = ['b', 'B'].flatMap(base => [
  base,
  ...['K', 'M', 'G', 'T', 'P', 'E'].flatMap(size => [
    `${size}${base}`,
    `${size}i${base}`,
  ]),
]);
const countUnits = [
  ...['Count', 'Unit', 'Request', 'Token', 'Connection', 'Certificate'],
  ...['Domain', 'Core'],
].flatMap(unit => [unit, `${unit}s`]);
const units = [...timeUnits, ...dataUnits, ...countUnits];

const list = (words: string[]) => words.map(literal).join(', ');
/** A unit that FOCUS lists, or a capitalised noun of the provider's own. */
const base = '(b|[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*)';
const unit = `([1-9][0-9]* )?${base}(-${base})?(/([1-9][0-9]* )?(${timeUnits.join('|')}))?`;

/** A word that FOCUS lists, in other capitals than it lists it. */
const miswritten = (name: string) =>
  `len(list_filter(string_split_regex(${name}, '[-/ ]'), lambda word: lower(word) IN (${list(
    [...new Set(units.map(word => word.toLowerCase()))],
  )}) AND NOT word IN (${list(units)}))) > 0`;

const fullMatch = (name: string, pattern: string) =>
  `regexp_full_match(${name}, ${literal(pattern)})`;

const isDecimal: Compiler = ({ column = '' }) => {
  const name = identifier(column);
  return `CASE WHEN ${fullMatch(name, numeric)} THEN true ELSE ${fullMatch(name, readable)} END`;
};

/** The checks of how values are written. */
export const formatChecks: Record<string, Compiler> = {
  TypeDecimal: isDecimal,
  CheckDecimalValue: isDecimal,
  FormatNumeric: ({ column = '' }) => fullMatch(identifier(column), numeric),
  TypeDateTime: ({ column = '' }) => {
    const name = identifier(column);
    return `CASE WHEN ${name} IS NULL THEN NULL ELSE ${fullMatch(
      name,
      readableInstant,
    )} AND TRY_CAST(${name} AS TIMESTAMP) IS NOT NULL END`;
  },
  FormatDateTime: ({ column = '' }) => fullMatch(identifier(column), instant),
  // What was decoded wrongly holds U+FFFD where a character was lost.
  FormatString: ({ column = '' }) =>
    `NOT contains(${identifier(column)}, chr(65533))`,
  NotBlank: ({ column = '' }) => `trim(${identifier(column)}) <> ''`,
  FormatUnit: ({ column = '' }) => {
    const name = identifier(column);
    return `CASE WHEN ${name} IN (${list(units)}) THEN true ELSE ${fullMatch(
      name,
      unit,
    )} AND NOT ${miswritten(name)} END`;
  },
  // Any text may name a virtual currency; a national one has its ISO 4217 code.
  FormatCurrency: ({ column = '' }) => {
    const name = identifier(column);
    const capitals = `upper(trim(${name}))`;
    return `CASE WHEN ${name} = ${capitals} THEN ${name} <> ''
      ELSE ${capitals} <> '' AND NOT ${isNationalCurrency(capitals)} END`;
  },
};
