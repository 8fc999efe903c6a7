import type { PriceBook } from '../api';
import {
  changesOfPriceBook,
  comparedBook,
  countDifferences,
  isPriceBookFormValid,
  keyOfItem,
  priceRows,
  standingOf,
  toPriceBookForm,
} from './PriceBookForm';

function book(changes: Partial<PriceBook> = {}): PriceBook {
  return {
    priceBookId: 'pb_1',
    version: '2026-11',
    state: 'published',
    currency: 'EUR',
    source: 'The board',
    validFrom: '2026-11-01T00:00:00.000Z',
    createdBy: 'user:default/frank',
    createdAt: '2026-10-01T00:00:00.000Z',
    publishedAt: '2026-10-02T00:00:00.000Z',
    items: [
      { cloud: 'aws', item: 'size.small', amount: '40.00' },
      { cloud: 'aws', item: 'storage', amount: '0.00' },
    ],
    unpriced: [],
    ...changes,
  };
}

const small = keyOfItem({ cloud: 'aws', item: 'size.small' });
const storage = keyOfItem({ cloud: 'aws', item: 'storage' });
const replica = keyOfItem({ cloud: 'aws', item: 'replica.small' });

describe('a draft of the prices', () => {
  const draft = book({
    unpriced: [{ cloud: 'aws', item: 'replica.small' }],
  });
  const edited = (amounts: Record<string, string>) => {
    const form = toPriceBookForm(draft);
    return { ...form, amounts: { ...form.amounts, ...amounts } };
  };

  it('changes nothing before anything was typed', () => {
    expect(changesOfPriceBook(draft, toPriceBookForm(draft))).toBeUndefined();
  });

  it('sends all prices there are then, and no empty ones', () => {
    expect(
      changesOfPriceBook(draft, edited({ [small]: '44', [storage]: '' })),
    ).toEqual({ items: [{ cloud: 'aws', item: 'size.small', amount: '44' }] });
  });

  it.each(['-1', '1e3', 'free', '1.1234567'])(
    'cannot be saved with %s',
    amount => {
      expect(isPriceBookFormValid(edited({ [small]: amount }))).toBe(false);
    },
  );

  it('says by how much and by how many percent a price differs', () => {
    const rows = priceRows(
      edited({ [small]: '44', [storage]: '1', [replica]: '9' }),
      book(),
    );
    expect(rows).toMatchObject([
      { item: 'size.small', difference: '4', percent: '10.0' },
      { item: 'replica.small', compared: undefined, differs: true },
      { item: 'storage', difference: '1', percent: undefined },
    ]);
    expect(countDifferences(rows)).toEqual({ up: 2, down: 0, rest: 1 });
  });

  it('compares nothing across currencies', () => {
    const rows = priceRows(edited({}), book({ currency: 'USD' }));
    expect(rows.every(row => row.compared === undefined && !row.differs)).toBe(
      true,
    );
  });

  it('shows what went away', () => {
    expect(
      priceRows({ ...toPriceBookForm(draft), amounts: {} }, book()),
    ).toMatchObject([
      {
        item: 'size.small',
        amount: '',
        compared: '40.00',
        differs: true,
        isGone: true,
      },
      { item: 'storage', amount: '', differs: true },
    ]);
  });
});

describe('versions of the prices', () => {
  const earlier = book({
    priceBookId: 'pb_0',
    validFrom: '2026-01-01T00:00:00.000Z',
  });
  const present = book();
  const later = book({
    priceBookId: 'pb_2',
    validFrom: '2027-01-01T00:00:00.000Z',
  });
  const draft = book({
    priceBookId: 'pb_3',
    state: 'draft',
    validFrom: undefined,
  });
  const list = { items: [draft, later, present, earlier], inForce: 'pb_1' };

  it('are a draft, upcoming, in force or past', () => {
    const now = Date.parse('2026-11-21T00:00:00.000Z');
    expect(list.items.map(it => standingOf(it, list.inForce, now))).toEqual([
      'draft',
      'upcoming',
      'inForce',
      'past',
    ]);
  });

  it('are read against the one before, and drafts against what holds', () => {
    expect(list.items.map(it => comparedBook(it, list)?.priceBookId)).toEqual([
      'pb_1',
      'pb_1',
      'pb_0',
      undefined,
    ]);
  });
});
