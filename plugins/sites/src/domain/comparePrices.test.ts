import { price } from '../__testUtils__/samples';
import { comparePrices, leftOf } from './comparePrices';

describe('two prices of a site', () => {
  it('are compared part by part, what comes and goes included', () => {
    expect(
      comparePrices(
        price({ 'size.small': '5.00', storage: '1.005' }, '6.005'),
        price({ 'size.large': '24.90', storage: '1.005' }, '25.905'),
      ),
    ).toEqual([
      {
        item: 'size.large',
        quantity: '1',
        before: undefined,
        after: '24.90',
        difference: '24.9',
      },
      {
        item: 'storage',
        quantity: '1',
        before: '1.005',
        after: '1.005',
        difference: undefined,
      },
      {
        item: 'size.small',
        quantity: '1',
        before: '5.00',
        difference: '-5',
      },
    ]);
  });
});

describe('what is left of a limit', () => {
  it('is exact, and never below nothing', () => {
    expect(leftOf('0.30', '0.10')).toBe('0.2');
    expect(leftOf('1.00', '2.00')).toBe('0');
  });
});
