import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { splitAmount, type Share } from './splitAmount';

const Exact = Decimal.clone({ precision: 200 });
const sum = (parts: string[]) =>
  parts.reduce((total, part) => total.plus(part), new Exact(0)).toFixed();

const digits = (most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most })
    .map(all => all.join(''));

const amounts = fc
  .tuple(fc.constantFrom('', '-'), digits(20), digits(30))
  .map(([sign, whole, fraction]) => `${sign}${whole}.${fraction}`);

const sharesOf = (weight: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.record({ name: digits(4), weight }), {
      selector: ({ name }) => name,
      minLength: 1,
      maxLength: 20,
    })
    .filter(shares =>
      shares.some(share => !new Decimal(share.weight).isZero()),
    );

const weights = fc
  .tuple(digits(6), digits(8))
  .map(([whole, fraction]) => `${whole}.${fraction}`);
const shares = sharesOf(fc.oneof(weights, fc.constant('0'), fc.constant('1')));
const scales = fc.integer({ min: 0, max: 12 });

const even = (...names: string[]): Share[] =>
  names.map(name => ({ name, weight: '1' }));

describe('splitAmount', () => {
  it.each([
    ['10.00', 2, ['3.34', '3.33', '3.33']],
    ['-10.00', 2, ['-3.34', '-3.33', '-3.33']],
    ['0.01', 2, ['0.01', '0.00', '0.00']],
    ['-0.01', 2, ['-0.01', '0.00', '0.00']],
    ['10', 0, ['4', '3', '3']],
    ['10', 2, ['3.34', '3.33', '3.33']],
    ['0', 2, ['0.00', '0.00', '0.00']],
    ['1e-7', 2, ['0.0000001', '0.0000000', '0.0000000']],
    ['1E+3', 0, ['334', '333', '333']],
  ])('divides %s evenly at %s decimals', (amount, scale, expected) => {
    expect(splitAmount(amount, even('a', 'b', 'c'), scale)).toEqual(expected);
  });

  it('divides by weight and gives what is left to the largest remainders', () => {
    // In cents 1428.57…, 2857.14… and 5714.28…: one is left, and 0.57 is the
    // largest remainder.
    const parts = splitAmount(
      '100.00',
      [
        { name: 'a', weight: '0.5' },
        { name: 'b', weight: '1' },
        { name: 'c', weight: '2' },
      ],
      2,
    );
    expect(parts).toEqual(['14.29', '28.57', '57.14']);
  });

  it('refuses to divide among weights that are all zero, or negative', () => {
    const among = (...all: string[]) =>
      all.map((weight, index) => ({ name: `${index}`, weight }));
    expect(() => splitAmount('1', among('0', '0'), 2)).toThrow(RangeError);
    expect(() => splitAmount('1', among('2', '-1'), 2)).toThrow(RangeError);
    expect(() => splitAmount('1', [], 2)).toThrow(RangeError);
  });

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(amounts, shares, scales, (amount, among, scale) => {
        expect(sum(splitAmount(amount, among, scale))).toBe(
          new Exact(amount).plus(0).toFixed(),
        );
      }),
    );
  });

  it('gives each the same whatever the order of the shares', () => {
    const shuffled = shares.chain(all =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    const byName = (among: Share[], parts: string[]) =>
      Object.fromEntries(among.map(({ name }, index) => [name, parts[index]]));
    fc.assert(
      fc.property(amounts, shuffled, scales, (amount, [one, other], scale) => {
        expect(byName(one, splitAmount(amount, one, scale))).toEqual(
          byName(other, splitAmount(amount, other, scale)),
        );
      }),
    );
  });

  it('gives no less to who has the greater weight', () => {
    fc.assert(
      fc.property(amounts, shares, scales, (amount, among, scale) => {
        const parts = splitAmount(amount, among, scale).map((part, index) => ({
          part: new Exact(part).abs(),
          weight: new Exact(among[index].weight),
        }));
        for (const a of parts) {
          for (const b of parts) {
            expect(a.weight.gt(b.weight) && a.part.lt(b.part)).toBe(false);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is off by less than one unit of the last digit for each', () => {
    fc.assert(
      fc.property(amounts, shares, scales, (amount, among, scale) => {
        const total = among.reduce(
          (all, { weight }) => all.plus(weight),
          new Exact(0),
        );
        const whole = new Exact(amount);
        const unit = new Exact(10).pow(-Math.max(scale, whole.decimalPlaces()));
        splitAmount(amount, among, scale).forEach((part, index) => {
          const fair = whole.times(among[index].weight).div(total);
          expect(fair.minus(part).abs().lt(unit)).toBe(true);
        });
      }),
    );
  });

  it('gives nothing to a weight of zero', () => {
    fc.assert(
      fc.property(amounts, shares, scales, (amount, among, scale) => {
        const parts = splitAmount(amount, among, scale);
        among.forEach(({ weight }, index) => {
          const isZero = new Exact(parts[index]).isZero();
          expect(isZero || !new Exact(weight).isZero()).toBe(true);
        });
      }),
    );
  });
});
