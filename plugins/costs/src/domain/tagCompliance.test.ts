import type { TagCompliance } from '../api';
import { complianceOf, monthsOf, toSeries } from './tagCompliance';

const figures = (values: Partial<TagCompliance>) =>
  ({
    period: '2026-10-01',
    key: 'env',
    currency: 'EUR',
    cost: '3',
    missingCost: '0',
    wrongCost: '0',
    byCost: '1',
    ...values,
  }) as TagCompliance;

describe('complianceOf', () => {
  it('is of all tags together, and says everything only when it is', () => {
    expect(
      complianceOf([
        figures({ cost: '100000', missingCost: '0.000001' }),
        figures({ key: 'owner', cost: '0' }),
      ]),
    ).toBe('0.9999');
    expect(
      complianceOf([
        figures({ missingCost: '1', wrongCost: '0.5' }),
        figures({ key: 'owner' }),
      ]),
    ).toBe('0.75');
  });

  it('is none of nothing', () => {
    expect(complianceOf([])).toBeUndefined();
    expect(complianceOf([figures({ cost: '0' })])).toBeUndefined();
  });
});

describe('toSeries', () => {
  it('has each tag in each month, and a gap where it was not asked for', () => {
    const items = [
      figures({ byCost: '0.5' }),
      figures({ period: '2026-09-01', byCost: '0.25' }),
      figures({ key: 'owner' }),
    ];
    expect(monthsOf(items)).toEqual(['2026-10-01', '2026-09-01']);
    expect(toSeries(items)).toEqual({
      keys: ['env', 'owner'],
      months: [
        { period: '2026-09-01', shares: ['0.25', null] },
        { period: '2026-10-01', shares: ['0.5', '1'] },
      ],
    });
  });
});
