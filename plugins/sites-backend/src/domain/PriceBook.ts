import { ConflictError, InputError } from '@backstage/errors';

/** What one thing costs a month on one cloud; a decimal string. */
export interface PriceItem {
  cloud: string;
  /** Such as `size.small` or `database.medium`; see `priceItemsOf`. */
  item: string;
  amount: string;
}

/** One version of all prices. */
export interface PriceBook {
  priceBookId: string;
  /** What orders name it by. */
  version: string;
  state: 'draft' | 'published';
  currency: string;
  /** Where the amounts come from: a note or a link. */
  source: string;
  items: PriceItem[];
  /** Absent while it is a draft. */
  validFrom?: Date;
  createdBy: string;
  createdAt: Date;
  publishedBy?: string;
  publishedAt?: Date;
}

/** @throws ConflictError unless the version can still be edited */
export function assertDraft(book: Pick<PriceBook, 'state' | 'version'>): void {
  if (book.state !== 'draft') {
    throw new ConflictError(
      `The prices '${book.version}' are published and change no more. Make a new draft.`,
    );
  }
}

/**
 * When a version that is published for this day begins to hold: at once when
 * the day is today, else at its first moment. Days are those of UTC.
 *
 * @param day - such as `2026-12-01`
 * @throws InputError for a day that is none, or is over
 */
export function beginOf(day: string, now: Date): Date {
  const begin = new Date(`${day}T00:00:00.000Z`);
  if (
    Number.isNaN(begin.getTime()) ||
    begin.toISOString().slice(0, 10) !== day
  ) {
    throw new InputError(
      `There is no day ${day}. Give one such as 2026-12-01.`,
    );
  }
  const today = now.toISOString().slice(0, 10);
  if (day < today) {
    throw new InputError(
      `Prices cannot begin in the past. Choose ${today} or a later day.`,
    );
  }
  return day === today ? now : begin;
}

/** @throws InputError naming an item that no cloud has, or that is there twice */
export function assertKnownItems(
  items: readonly PriceItem[],
  known: ReadonlyMap<string, readonly string[]>,
): void {
  const seen = new Set<string>();
  for (const { cloud, item } of items) {
    if (!known.get(cloud)?.includes(item)) {
      throw new InputError(
        `There is nothing called '${item}' to price on '${cloud}'. Leave it out, or offer it first.`,
      );
    }
    const key = JSON.stringify([cloud, item]);
    if (seen.has(key)) {
      throw new InputError(
        `The price of '${item}' on '${cloud}' is given twice. Keep one of them.`,
      );
    }
    seen.add(key);
  }
}
