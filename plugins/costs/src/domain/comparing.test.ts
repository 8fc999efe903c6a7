import { comparedDays, daysOf } from './comparing';

const YESTERDAY = '2026-11-20';
const compared = (
  from: string,
  to: string,
  how: 'before' | 'last-year' = 'before',
) => {
  const { now, before } = comparedDays({ from, to }, { to: how }, YESTERDAY);
  return [now.from, now.to, before.from, before.to];
};

describe('the days that others are compared with', () => {
  it('are whole months for whole months, however long', () => {
    expect(compared('2026-10-01', '2026-11-01')).toEqual([
      '2026-10-01',
      '2026-11-01',
      '2026-09-01',
      '2026-10-01',
    ]);
    expect(compared('2026-01-01', '2026-04-01').slice(2)).toEqual([
      '2025-10-01',
      '2026-01-01',
    ]);
  });

  it('are as many as a month that is not over has had', () => {
    expect(compared('2026-11-01', '2026-12-01')).toEqual([
      '2026-11-01',
      '2026-11-21',
      '2026-10-01',
      '2026-10-21',
    ]);
  });

  it('end with a shorter month', () => {
    const { before } = comparedDays(
      { from: '2026-03-01', to: '2026-04-01' },
      { to: 'before' },
      '2026-03-30',
    );
    expect(before).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(daysOf(before)).toBe(28);
  });

  it('are as many days before for days that are no months', () => {
    expect(compared('2026-10-22', '2026-11-21').slice(2)).toEqual([
      '2026-09-22',
      '2026-10-22',
    ]);
  });

  it('are the same days of last year, leap days or not', () => {
    expect(compared('2026-11-01', '2026-12-01', 'last-year').slice(2)).toEqual([
      '2025-11-01',
      '2025-11-21',
    ]);
    expect(compared('2024-02-29', '2024-03-01', 'last-year').slice(2)).toEqual([
      '2023-02-28',
      '2023-03-01',
    ]);
  });

  it('are those that were chosen', () => {
    const range = { from: '2026-01-01', to: '2026-01-08' };
    expect(
      comparedDays(
        { from: '2026-10-01', to: '2026-11-01' },
        { to: 'custom', range },
        YESTERDAY,
      ).before,
    ).toBe(range);
  });
});
