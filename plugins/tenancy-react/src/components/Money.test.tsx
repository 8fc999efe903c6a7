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

  it('rounds sums to the digits of the currency, but little never to nothing', () => {
    const rounded = (amount: string) =>
      formatMoney(amount, 'EUR', { isRounded: true });
    expect(rounded('1204.2034567')).toBe('€1,204.20');
    expect(rounded('-0.5')).toBe('-€0.50');
    expect(rounded('0.00432')).toBe('€0.0043');
    expect(rounded('0')).toBe('€0.00');
  });

  it('shows every digit where others are to add them up', () => {
    expect(formatMoney('8.8389471234', 'EUR', { isExact: true })).toBe(
      '€8.8389471234',
    );
  });

  it('follows the digits of the currency', () => {
    expect(formatMoney('1200', 'JPY')).toBe('¥1,200');
  });
});
