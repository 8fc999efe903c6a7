import { formatMoney } from './Money';

describe('formatMoney', () => {
  it('keeps every digit of an amount that no number could hold', () => {
    expect(formatMoney('9007199254740993.07', 'EUR')).toBe(
      '€9,007,199,254,740,993.07',
    );
  });

  it('rounds nothing away, and shows a sign where it is asked for', () => {
    expect(formatMoney('1.005', 'EUR')).toBe('€1.005');
    expect(formatMoney('4', 'EUR', { withSign: true })).toBe('+€4.00');
  });

  it('follows the digits of the currency', () => {
    expect(formatMoney('1200', 'JPY')).toBe('¥1,200');
  });
});
