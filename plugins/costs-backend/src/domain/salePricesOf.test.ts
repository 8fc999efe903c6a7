import type { Markup } from './Markup';
import { salePricesOf } from './salePricesOf';

const markup = (values: Partial<Markup>): Markup => ({
  markupId: 'mkp_1',
  validFrom: '2026-01-01',
  percent: '10',
  setBy: 'user:default/frank',
  setAt: new Date(0),
  ...values,
});

describe('sale prices', () => {
  it('are none for a customer that no mark-up is for', () => {
    expect(salePricesOf('acme', [])).toEqual([]);
    expect(salePricesOf('acme', [markup({ customer: 'birch' })])).toEqual([]);
  });

  it("put the customer's own before all customers', and a service before all services", () => {
    const prices = salePricesOf('acme', [
      markup({ percent: '1' }),
      markup({ percent: '2', serviceCategory: 'Compute' }),
      markup({ percent: '3', customer: 'acme' }),
      markup({ percent: '4', customer: 'acme', serviceCategory: 'Compute' }),
      markup({ percent: '5', customer: 'acme', validFrom: '2026-03-01' }),
    ]);
    expect(prices.map(({ percent, place }) => [percent, place])).toEqual([
      ['4', 0],
      ['5', 1],
      ['3', 2],
      ['2', 3],
      ['1', 4],
    ]);
  });
});
