import { sum } from '../__testUtils__/samples';
import {
  addUp,
  compare,
  currenciesOf,
  dearestRow,
  highestCell,
  shareOf,
  sumsByValue,
  toGrid,
} from './costSums';

describe('addUp', () => {
  it('keeps every digit that a number would lose', () => {
    expect(addUp(['0.1', '0.2', '9007199254740993'])).toBe(
      '9007199254740993.3',
    );
  });
});

describe('shareOf', () => {
  it('says a part of a whole, and nothing of nothing', () => {
    expect(shareOf('25', '100')).toBe('0.25');
    expect(shareOf('25', '0')).toBeUndefined();
    expect(shareOf('5', '-10')).toBeUndefined();
  });
});

describe('compare', () => {
  it('tells more, less and the same from the earlier amount', () => {
    expect(compare('108', '100')).toEqual({ is: 'more', share: '0.08' });
    expect(compare('75', '100')).toEqual({ is: 'less', share: '0.25' });
    expect(compare('100.2', '100')).toEqual({ is: 'same', share: '0' });
  });

  it('compares with nothing in no way', () => {
    expect(compare('108', '0')).toBeUndefined();
  });
});

describe('sumsByValue', () => {
  it('puts the highest first, the rest last and other currencies away', () => {
    const sums = sumsByValue(
      [
        sum({ value: 'Storage', amount: '3', period: '2026-11-01' }),
        sum({ value: null, amount: '50', isRest: true }),
        sum({ value: 'Compute', amount: '10' }),
        sum({ value: 'Storage', amount: '8', period: '2026-11-02' }),
        sum({ value: 'Compute', amount: '99', currency: 'USD' }),
      ],
      'EUR',
    );
    expect(
      sums.map(({ value, isRest, amount }) => [value, isRest, amount]),
    ).toEqual([
      ['Storage', false, '11'],
      ['Compute', false, '10'],
      [null, true, '50'],
    ]);
  });

  it('tells what has no value from what is not told apart', () => {
    const sums = sumsByValue(
      [
        sum({ value: null, amount: '1' }),
        sum({ value: null, amount: '2', isRest: true }),
        sum({ value: '', amount: '4' }),
      ],
      'EUR',
    );
    expect(sums).toHaveLength(3);
  });
});

describe('toGrid', () => {
  const grid = toGrid(
    [
      sum({ period: '2026-11-01', value: 'Compute', amount: '10.5' }),
      sum({ period: '2026-11-03', value: 'Compute', amount: '20' }),
      sum({ period: '2026-11-03', value: 'Credit', amount: '-5' }),
    ],
    'EUR',
    ['2026-11-01', '2026-11-02', '2026-11-03'],
  );

  it('has every period, also one without costs', () => {
    expect(grid.rows).toEqual([
      { period: '2026-11-01', amounts: ['10.5', undefined], total: '10.5' },
      { period: '2026-11-02', amounts: [undefined, undefined], total: '0' },
      { period: '2026-11-03', amounts: ['20', '-5'], total: '15' },
    ]);
    expect(grid.total).toBe('25.5');
  });

  it('knows where most was charged', () => {
    expect(dearestRow(grid)?.period).toBe('2026-11-03');
    expect(highestCell(grid)).toBe('20');
  });
});

describe('currenciesOf', () => {
  it('begins with the currency of most charges', () => {
    expect(
      currenciesOf([
        sum({ currency: 'EUR', charges: 2 }),
        sum({ currency: 'USD', charges: 9 }),
        sum({ currency: 'EUR', charges: 3 }),
      ]),
    ).toEqual(['USD', 'EUR']);
  });
});
