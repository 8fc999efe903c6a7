import fc from 'fast-check';
import {
  createCharges,
  insertCharges,
  ruleSet,
  type TestCharge,
} from './__testUtils__/chargesTable';
import { coverageSumsSql } from './__testUtils__/coverageSumsSql';
import { coverageOf } from './coverage';
import { applyAllocation } from './workspace/applyAllocation';

const directory = {
  customers: new Set(['acme', 'birch']),
  sites: new Map<string, Set<string>>(),
};
const shareSupport = ruleSet([
  {
    id: 'support',
    name: 'Support',
    order: 1,
    enabled: true,
    conditions: [{ on: 'serviceCategory', anyOf: ['Support'] }],
    effect: {
      kind: 'shared',
      split: { by: 'even', among: { tenants: ['acme', 'birch'] } },
    },
  },
]);

async function coverage(charges: TestCharge[]) {
  const connection = await createCharges();
  await insertCharges(connection, charges);
  await applyAllocation(connection, { ruleSet: shareSupport, directory });
  const sums = await connection.runAndReadAll(`
    select ${coverageSumsSql('cast(billed_cost as decimal(38, 12))')}
    from allocated group by billing_currency order by billing_currency`);
  connection.closeSync();
  return sums
    .getRows()
    .map(([currency, cost, allocatedCost, rows, allocatedRows]) =>
      coverageOf({
        currency: String(currency),
        cost: String(cost),
        allocatedCost: String(allocatedCost),
        rows: rows as bigint,
        allocatedRows: allocatedRows as bigint,
      }),
    );
}

const acme = '{"tenant":"acme"}';

describe('coverage', () => {
  it('weighs credits as it weighs costs, and so never exceeds 100 %', async () => {
    // 110 of a total of 100 are allocated; by weight it is 110 of 120.
    expect(
      await coverage([
        { billed_cost: '110', tags: acme },
        { billed_cost: '-10', charge_category: 'Credit' },
      ]),
    ).toEqual([{ currency: 'EUR', byCost: '0.9166', byRows: '0.5' }]);
  });

  it('says 100 % when nothing is left, and not before', async () => {
    const allocated = { billed_cost: '1000000', tags: acme };
    expect(await coverage([allocated])).toEqual([
      { currency: 'EUR', byCost: '1', byRows: '1' },
    ]);
    expect(
      await coverage([allocated, { billed_cost: '0.000001' }]),
    ).toMatchObject([{ byCost: '0.9999' }]);
  });

  it('counts a shared row as one, by what it weighs', async () => {
    expect(
      await coverage([
        { billed_cost: '-1.01', service_category: 'Support' },
        { billed_cost: '3.03' },
      ]),
    ).toEqual([{ currency: 'EUR', byCost: '0.25', byRows: '0.5' }]);
  });

  it('is told by currency, and is none of what costs nothing', async () => {
    expect(
      await coverage([
        { billed_cost: '5', tags: acme },
        { billed_cost: '0', billing_currency: 'USD' },
      ]),
    ).toEqual([
      { currency: 'EUR', byCost: '1', byRows: '1' },
      { currency: 'USD', byCost: null, byRows: '0' },
    ]);
  });

  it('stays between nothing and everything, whatever is credited', async () => {
    const charge = fc
      .record({
        cents: fc.integer({ min: -100_000, max: 100_000 }),
        tags: fc.constantFrom(acme, null),
        service_category: fc.constantFrom('Support', 'Compute'),
      })
      .map(({ cents, ...rest }): TestCharge => ({
        ...rest,
        billed_cost: `${cents}e-2`,
      }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(charge, { minLength: 1, maxLength: 6 }),
        async charges => {
          for (const { byCost, byRows } of await coverage(charges)) {
            expect(byCost ?? '0').toMatch(/^(0(\.\d+)?|1)$/);
            expect(byRows).toMatch(/^(0(\.\d+)?|1)$/);
          }
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});
