import { AMOUNT_PATTERN } from '@freehold/plugin-sites-common';
import { Decimal } from 'decimal.js';
import type { PriceBook, PriceBookChanges, PriceBookHead } from '../api';
import { differenceOf } from './comparePrices';

/** How a version stands towards today. */
export type PriceBookStanding = 'draft' | 'inForce' | 'upcoming' | 'past';

/** A draft as a form holds it: all that was typed. */
export interface PriceBookForm {
  currency: string;
  source: string;
  /** By {@link keyOfItem}; empty where there is no price. */
  amounts: Record<string, string>;
}

/** One price beside that of another version; amounts are decimal strings. */
export interface PriceRow {
  key: string;
  cloud: string;
  item: string;
  amount: string;
  compared?: string;
  /** Absent where nothing differs, or one of them is no amount. */
  difference?: string;
  /** In percent of the compared amount, with its sign. */
  percent?: string;
  differs: boolean;
  /** Whether it is in the compared version only, and not offered any more. */
  isGone: boolean;
}

const amountPattern = new RegExp(AMOUNT_PATTERN);
const CURRENCY = /^[A-Z]{3}$/;
const KINDS = ['size', 'custom', 'database', 'replica', 'storage'];
const SIZES = ['small', 'medium', 'large', 'custom', 'vcpu', 'gib'];

export function keyOfItem({ cloud, item }: { cloud: string; item: string }) {
  return JSON.stringify([cloud, item]);
}

/** How a version stands towards `now`. */
export function standingOf(
  book: PriceBookHead,
  inForce: string,
  now: number,
): PriceBookStanding {
  if (book.state === 'draft') return 'draft';
  if (book.priceBookId === inForce) return 'inForce';
  return Date.parse(book.validFrom ?? '') > now ? 'upcoming' : 'past';
}

/** Published versions in the order they hold, the first one first. */
export function inOrderOfValidity(books: PriceBookHead[]): PriceBookHead[] {
  const when = ({ validFrom, publishedAt }: PriceBookHead) =>
    `${validFrom} ${publishedAt}`;
  return books
    .filter(({ state }) => state === 'published')
    .sort((left, right) => (when(left) < when(right) ? -1 : 1));
}

/** What a version is read against: what holds, or what held before it. */
export function comparedBook(
  book: PriceBookHead,
  list: { items: PriceBookHead[]; inForce: string },
): PriceBookHead | undefined {
  const order = inOrderOfValidity(list.items);
  const position = order.findIndex(
    ({ priceBookId }) => priceBookId === book.priceBookId,
  );
  return position === -1
    ? order.find(({ priceBookId }) => priceBookId === list.inForce)
    : order[position - 1];
}

/** A draft for a form to change. */
export function toPriceBookForm(book: PriceBook): PriceBookForm {
  const unpriced = book.unpriced.map(item => [keyOfItem(item), ''] as const);
  const priced = book.items.map(
    item => [keyOfItem(item), item.amount] as const,
  );
  return {
    currency: book.currency,
    source: book.source,
    amounts: Object.fromEntries([...priced, ...unpriced]),
  };
}

/** Keys of amounts that are none; an empty one is no price, and fine. */
export function wrongAmounts({ amounts }: PriceBookForm): Set<string> {
  return new Set(
    Object.keys(amounts).filter(
      key => amounts[key] !== '' && !amountPattern.test(amounts[key]),
    ),
  );
}

/** Whether a draft can be saved as it stands in the form. */
export function isPriceBookFormValid(form: PriceBookForm): boolean {
  return (
    wrongAmounts(form).size === 0 &&
    isCurrency(form.currency) &&
    form.source.trim() !== ''
  );
}

export function isCurrency(text: string): boolean {
  return CURRENCY.test(text);
}

/** What saving the form changes of a draft; nothing when it says the same. */
export function changesOfPriceBook(
  book: PriceBook,
  form: PriceBookForm,
): PriceBookChanges | undefined {
  const before = toPriceBookForm(book);
  const source = form.source.trim();
  const changes: PriceBookChanges = {
    ...(form.currency !== before.currency && { currency: form.currency }),
    ...(source !== before.source && { source }),
    ...(areAmountsChanged(before, form) && {
      items: Object.entries(form.amounts)
        .filter(([, amount]) => amount !== '')
        .map(([key, amount]) => ({ ...itemOfKey(key), amount })),
    }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Each price of the form beside that of `compared`, what went away included. */
export function priceRows(
  form: PriceBookForm,
  compared: PriceBook | undefined,
): PriceRow[] {
  const earlier =
    compared?.currency === form.currency ? compared.items : undefined;
  const amounts = new Map(
    (earlier ?? []).map(item => [keyOfItem(item), item.amount]),
  );
  const gone = [...amounts.keys()].filter(key => !(key in form.amounts));
  const rows = [...Object.keys(form.amounts), ...gone].map(key => {
    const amount = form.amounts[key] ?? '';
    const before = amounts.get(key);
    return {
      key,
      ...itemOfKey(key),
      amount,
      compared: before,
      isGone: !(key in form.amounts),
      ...(earlier ? difference(before, amount) : { differs: false }),
    };
  });
  return rows.sort(inReadingOrder);
}

/** How many prices rise, fall, and come or go. */
export function countDifferences(rows: PriceRow[]) {
  const differing = rows.filter(({ differs }) => differs);
  const compared = differing.filter(row => row.difference !== undefined);
  const down = compared.filter(row => row.difference?.startsWith('-')).length;
  return {
    up: compared.length - down,
    down,
    rest: differing.length - compared.length,
  };
}

function difference(before: string | undefined, amount: string) {
  const isAmount = amountPattern.test(amount);
  if (!isAmount || before === undefined) {
    return { differs: amount !== (before ?? '') };
  }
  const changed = differenceOf(before, amount);
  if (changed === undefined) return { differs: false };
  const percent = new Decimal(before).isZero()
    ? undefined
    : new Decimal(changed).dividedBy(before).times(100).toFixed(1);
  return { differs: true, difference: changed, percent };
}

function areAmountsChanged(before: PriceBookForm, after: PriceBookForm) {
  return Object.keys(after.amounts).some(
    key => !isSameAmount(after.amounts[key], before.amounts[key] ?? ''),
  );
}

/** The backend writes 27 as 27.00. */
function isSameAmount(left: string, right: string): boolean {
  return amountPattern.test(left) && amountPattern.test(right)
    ? new Decimal(left).equals(right)
    : left === right;
}

/** Sizes first, then what is beside a site; each as it comes. */
function inReadingOrder(left: { item: string }, right: { item: string }) {
  const rank = ({ item }: { item: string }) =>
    KINDS.indexOf(item.split('.')[0]) * SIZES.length +
    SIZES.indexOf(item.split('.')[1]);
  return rank(left) - rank(right);
}

function itemOfKey(key: string): { cloud: string; item: string } {
  const [cloud, item] = JSON.parse(key);
  return { cloud, item };
}
