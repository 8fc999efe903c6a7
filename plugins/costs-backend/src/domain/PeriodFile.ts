import { ReadingError } from '../reading/ReadingError';
import type { Import } from './Import';

/** What kind of rows a file holds; rows of different kinds may say the same twice. */
export interface DatasetKind {
  /** Which exports are of one kind, such as `FOCUS`. */
  family: string;
  /** Where exports with the same columns differ, such as `amortised cost`. */
  dataset?: string;
}

/** One of the files that make what a source has for a billing period. */
export interface PeriodFile extends DatasetKind {
  importId: string;
  /** Of the file, hex. */
  sha256: string;
  /** The import whose rejected rows it corrects. */
  corrects?: string;
  /** The number of the charge that is the file's row 0. */
  rowOffset: number;
}

/** What becomes of a period when a file comes in. */
export type PeriodPlan = 'replaced' | 'extended' | 'kept';

/** A file that comes in. */
export interface Incoming extends DatasetKind {
  found: Pick<Import, 'mode' | 'sha256' | 'corrects'>;
  billingPeriod: string;
  /** Periods that the corrected import brought. */
  correctedPeriods: ReadonlySet<string>;
}

/**
 * What becomes of a period that is made of these files.
 *
 * @throws ReadingError when the files would say the same cost twice, or the
 *   corrected file is no longer in force
 */
export function planPeriod(
  incoming: Incoming,
  inForce: readonly PeriodFile[],
): PeriodPlan {
  const { billingPeriod, found } = incoming;
  if (found.mode === 'replace') {
    return 'replaced';
  }
  if (found.corrects) {
    assertInForce(found.corrects, incoming, inForce);
  }
  if (inForce.some(({ sha256 }) => sha256 === found.sha256)) {
    return 'kept';
  }
  const other = inForce.find(file => !canMeet(file, incoming));
  if (other) {
    throw new ReadingError(
      'other-dataset',
      `The source has ${nameOf(other)} for ${billingPeriod.slice(0, 7)}, and this file is ${nameOf(incoming)}: added up they would count the same cost twice. Import it into a source of its own, or let it replace the month.`,
    );
  }
  return 'extended';
}

function assertInForce(
  corrected: string,
  { billingPeriod, correctedPeriods }: Incoming,
  inForce: readonly PeriodFile[],
): void {
  const isThere = correctedPeriods.has(billingPeriod)
    ? inForce.some(({ importId }) => importId === corrected)
    : inForce.every(
        file => file.importId === corrected || file.corrects === corrected,
      );
  if (!isThere) {
    throw new ReadingError(
      'no-longer-in-force',
      `What import ${corrected} brought for ${billingPeriod.slice(0, 7)} has been replaced since. Correct the rejected rows of the import that is in force now, if it has any.`,
    );
  }
}

function canMeet(one: DatasetKind, other: DatasetKind): boolean {
  return (
    one.family === other.family &&
    (!one.dataset || !other.dataset || one.dataset === other.dataset)
  );
}

function nameOf({ dataset, family }: DatasetKind): string {
  return dataset ? `${family}, ${dataset}` : family;
}
