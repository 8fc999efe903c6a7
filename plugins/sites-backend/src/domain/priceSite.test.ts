import type { PriceBook } from './PriceBook';
import { priceItemsOf, priceSite } from './priceSite';

const book: PriceBook = {
  priceBookId: 'prc_1',
  version: '2026-11',
  state: 'published',
  currency: 'EUR',
  source: 'A test',
  createdBy: 'user:default/frank',
  createdAt: new Date(),
  items: [
    { cloud: 'aws', item: 'size.small', amount: '40.00' },
    { cloud: 'aws', item: 'size.large', amount: '90.00' },
    { cloud: 'aws', item: 'size.custom', amount: '0.00' },
    { cloud: 'aws', item: 'custom.vcpu', amount: '0.10' },
    { cloud: 'aws', item: 'custom.gib', amount: '0.20' },
    { cloud: 'aws', item: 'database.small', amount: '25.00' },
    { cloud: 'aws', item: 'replica.small', amount: '15.00' },
    { cloud: 'aws', item: 'storage', amount: '1.005' },
    { cloud: 'local', item: 'size.small', amount: '5.00' },
  ],
};
const later: PriceBook = {
  ...book,
  version: '2026-12',
  items: book.items.map(item => ({ ...item, amount: '70.00' })),
};
const small = { cloud: 'aws', size: 'small', addOns: {} };

describe('priceSite', () => {
  it('adds up the size and everything beside the site, each by a line', () => {
    const price = priceSite(book, {
      ...small,
      addOns: { database: { size: 'small', replica: true }, storage: true },
    });
    expect(price).toMatchObject({
      amount: '81.005',
      currency: 'EUR',
      priceVersion: '2026-11',
    });
    expect(price.lines.map(({ item, amount }) => [item, amount])).toEqual([
      ['size.small', '40.00'],
      ['database.small', '25.00'],
      ['replica.small', '15.00'],
      ['storage', '1.005'],
    ]);
  });

  it('prices a custom size by what always runs, in exact decimals', () => {
    const price = priceSite(book, {
      cloud: 'aws',
      size: 'custom',
      customSize: {
        cpu: '0.25',
        memory: 1536,
        minimumInstances: 3,
        maximumInstances: 9,
      },
      addOns: {},
    });
    expect(price.lines.slice(1)).toEqual([
      {
        item: 'custom.vcpu',
        quantity: '0.75',
        unitAmount: '0.10',
        amount: '0.075',
      },
      {
        item: 'custom.gib',
        quantity: '4.5',
        unitAmount: '0.20',
        amount: '0.90',
      },
    ]);
    expect(price.amount).toBe('0.975');
  });

  it('takes the prices of the cloud the site runs on', () => {
    expect(priceSite(book, { ...small, cloud: 'local' }).amount).toBe('5.00');
  });

  it('keeps the price of what stays when prices have changed', () => {
    const present = priceSite(book, small);
    expect(priceSite(later, small, present)).toEqual(present);
    const more = priceSite(
      later,
      { ...small, addOns: { storage: true } },
      present,
    );
    expect(more).toMatchObject({ amount: '110.00', priceVersion: '2026-12' });
  });

  it('prices all of it anew when the currency has changed', () => {
    const present = priceSite(book, small);
    const francs = { ...later, currency: 'CHF' };
    expect(priceSite(francs, small, present)).toMatchObject({
      amount: '70.00',
      currency: 'CHF',
      priceVersion: '2026-12',
    });
  });

  it('keeps the version when something is only left out', () => {
    const present = priceSite(book, { ...small, addOns: { storage: true } });
    expect(priceSite(later, small, present)).toMatchObject({
      amount: '40.00',
      priceVersion: '2026-11',
    });
  });

  it('names what has no price', () => {
    expect(() =>
      priceSite(book, {
        ...small,
        addOns: { database: { size: 'large', replica: false } },
      }),
    ).toThrow("'database.large' has no price");
  });
});

describe('priceItemsOf', () => {
  const sizes = [{ id: 'small', title: 'Small', description: '' }];
  const capabilities = {
    runtimes: [],
    customSize: false,
    domains: false,
    environment: false,
    secrets: false,
    addOns: [],
  };

  it('is the sizes alone where a cloud can do no more', () => {
    expect(priceItemsOf({ sizes, capabilities })).toEqual(['size.small']);
  });

  it('holds measures and add-ons where it can', () => {
    const items = priceItemsOf({
      sizes,
      capabilities: {
        ...capabilities,
        customSize: true,
        addOns: ['database', 'storage'],
      },
    });
    expect(items).toEqual([
      'size.small',
      'custom.vcpu',
      'custom.gib',
      'database.small',
      'database.medium',
      'database.large',
      'replica.small',
      'replica.medium',
      'replica.large',
      'storage',
    ]);
  });
});
