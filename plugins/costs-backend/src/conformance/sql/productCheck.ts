import type { Compiler } from './Compiler';
import { identifier } from '../../reading/sql';

/** A number, as whole digits and how many of them lie behind the point. */
interface Digits {
  digits: string;
  scale: string;
  /** To how many places the number can be held as a result: those written, of 2 to 10. */
  places: string;
}

const places = (scale: string) => `least(10, greatest(2, ${scale}))`;

/** Reads up to 18 digits with a point or without, which nearly all are. */
function plainDigits(name: string): Digits {
  // A cast would read these, and to another number.
  const plain = ['E', 'e', ' ']
    .map(letter => `NOT contains(${name}, '${letter}')`)
    .join(' AND ');
  const scale = `CASE WHEN contains(${name}, '.') THEN length(${name}) - strpos(${name}, '.') ELSE 0 END`;
  return {
    digits: `CASE WHEN ${plain} THEN TRY_CAST(replace(${name}, '.', '') AS BIGINT)::HUGEINT END`,
    scale: `(${scale})`,
    places: places(scale),
  };
}

/** Reads up to 38 digits, in E notation too, the zeros at the end left out. */
function anyDigits(name: string): Digits {
  const part = (index: number) =>
    `split_part(upper(trim(${name})), 'E', ${index})`;
  const exponent = `coalesce(TRY_CAST(${part(2)} AS INTEGER), 0)`;
  const significant = `CASE WHEN contains(${part(1)}, '.') THEN rtrim(${part(1)}, '0') ELSE ${part(1)} END`;
  const scaleOf = (mantissa: string) =>
    `(length(split_part(${mantissa}, '.', 2)) - ${exponent})`;
  return {
    digits: `TRY_CAST(replace(${significant}, '.', '') AS HUGEINT)`,
    scale: scaleOf(significant),
    places: places(scaleOf(part(1))),
  };
}

const powers = Array.from(
  { length: 39 },
  (_, zeros) => `1${'0'.repeat(zeros)}::HUGEINT`,
);
/** A power of ten, null for more than 38 zeros. */
const power = (zeros: string) =>
  `([${powers.join(', ')}])[(${zeros} + 1)::BIGINT]`;

const given = (names: string[]) =>
  names.map(name => `${name} IS NOT NULL`).join(' AND ');

/** Compares over whole numbers, so that nothing is rounded; null beyond 38 digits. */
function matches(first: Digits, second: Digits, result: Digits): string {
  const scale = `(${first.scale} + ${second.scale})`;
  const common = `greatest(${scale}, ${result.scale}, ${result.places})`;
  const product = `(${first.digits}) * (${second.digits}) * ${power(`${common} - ${scale}`)}`;
  const expected = `(${result.digits}) * ${power(`${common} - ${result.scale}`)}`;
  const tolerance = power(`${common} - ${result.places}`);
  return `TRY(abs(2 * (${product} - ${expected})) <= ${tolerance})`;
}

/**
 * Whether the product of two columns matches a third: it does when it rounds
 * to the result as that is written, to 2 places at least and 10 at most.
 * Providers round costs, some to 10 places that they then fill up with zeros.
 * Null where a number is not given, or where all would not fit 38 digits.
 */
export const productCheck: Compiler = ({ columns = [] }) => {
  const names = columns.map(identifier);
  if (names.length !== 3) return undefined;
  const over = (read: (name: string) => Digits) => {
    const [first, second, result] = names.map(read);
    return matches(first, second, result);
  };
  return `CASE WHEN ${given(names)} THEN coalesce(${over(plainDigits)}, ${over(anyDigits)}) END`;
};

/** True of the rows whose numbers are given and yet could not be compared. */
export function incomparable(columns: string[], holds: string): string {
  return `${given(columns.map(identifier))} AND (${holds}) IS NULL`;
}
