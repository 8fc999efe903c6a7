import type { ChargeFormat } from '@freehold/plugin-costs-node';
import type { FileProfile } from './FileProfile';
import { HeaderIndex } from './HeaderIndex';
import { ReadingError } from './ReadingError';

/** The first format that the columns of a file satisfy; the order of the formats is their precedence. */
export function recogniseFormat(
  profile: Pick<FileProfile, 'columns'>,
  formats: readonly ChargeFormat[],
): ChargeFormat {
  const found = formats.find(format => matches(profile.columns, format));
  if (found) return found;
  const nearest = formats
    .map(format => ({ format, missing: missingColumns(profile, format) }))
    .sort(
      (left, right) =>
        left.missing.length / left.format.expects.length -
        right.missing.length / right.format.expects.length,
    )
    .slice(0, 3)
    .map(({ format, missing }) => `${format.title} (${missing.join(', ')})`);
  throw new ReadingError(
    'unknown-format',
    `The columns are those of no export that is read here. Nearest, with the columns that are missing: ${nearest.join('; ')}`,
  );
}

function matches(columns: readonly string[], format: ChargeFormat): boolean {
  const header = new HeaderIndex(columns, format);
  return (
    format.expects.every(names => header.find(names) !== undefined) &&
    (!format.expectsOneOf || header.find(format.expectsOneOf) !== undefined)
  );
}

function missingColumns(
  profile: Pick<FileProfile, 'columns'>,
  format: ChargeFormat,
): string[] {
  const header = new HeaderIndex(profile.columns, format);
  const missing = format.expects
    .filter(names => header.find(names) === undefined)
    .map(names => names[0]);
  return missing.length > 0
    ? missing
    : [`one of ${format.expectsOneOf?.join(', ')}`];
}
