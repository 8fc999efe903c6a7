import type { Markup } from './Markup';
import { SalePrices } from './SalePrices';

const markup = (values: Partial<Markup>): Markup => ({
  markupId: 'mkp_1',
  validFrom: '2026-01-01',
  percent: '10',
  setBy: 'user:default/frank',
  setAt: new Date(0),
  ...values,
});

describe('SalePrices', () => {
  it('are none for a customer that no mark-up is for', () => {
    expect(SalePrices.of('acme', [])).toBeUndefined();
    expect(
      SalePrices.of('acme', [markup({ customer: 'birch' })]),
    ).toBeUndefined();
  });

  it("put the customer's own before all customers', and a service before all services", () => {
    const prices = SalePrices.of('acme', [
      markup({ percent: '1' }),
      markup({ percent: '2', serviceCategory: 'Compute' }),
      markup({ percent: '3', customer: 'acme' }),
      markup({ percent: '4', customer: 'acme', serviceCategory: 'Compute' }),
      markup({ percent: '5', customer: 'acme', validFrom: '2026-03-01' }),
    ])!;
    const percents = prices.factor('day').matchAll(/then 1 \+ '(\d)'/g);
    expect([...percents].map(([, percent]) => percent)).toEqual([
      '4',
      '5',
      '3',
      '2',
      '1',
    ]);
  });

  it('do not show what the business pays, nor by what it is told apart', () => {
    const prices = SalePrices.of('acme', [markup({})])!;
    expect(() =>
      prices.assertShown({ metric: 'contracted', dimensions: [] }),
    ).toThrow('Ask for the billed or the effective one');
    expect(() =>
      prices.assertShown({ metric: 'billed', dimensions: ['invoice_id'] }),
    ).toThrow('Choose another dimension');
    expect(() =>
      prices.assertShown({ metric: 'billed', dimensions: ['service_name'] }),
    ).not.toThrow();
  });
});
