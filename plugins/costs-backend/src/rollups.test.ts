import { TestDatabases } from '@backstage/backend-test-utils';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { focusCsv, usage, type FocusRow } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';
import { CHARGE_METRICS } from './database/CostsStore';
import { ROLLUPS } from './database/rollupColumns';
import { DIMENSION_COLUMNS, type Dimension } from './domain/CostQuery';

jest.setTimeout(180_000);

const orNone = (...values: string[]) => fc.constantFrom('', ...values);
const amount = fc.constantFrom(
  ...['0.1', '-0.1', '1234567.000000001', '0', '0.3333333333', '-12.5'],
);
const unknownAmount = fc.oneof(amount, fc.constant(''));

/** Any charge of a few days, customers and services, with costs missing. */
const charge = fc
  .record({
    day: fc.constantFrom('08-30', '09-01', '09-02', '09-30'),
    hour: fc.constantFrom('00', '10', '23'),
    BilledCost: amount,
    EffectiveCost: unknownAmount,
    ListCost: unknownAmount,
    ContractedCost: unknownAmount,
    BillingCurrency: fc.constantFrom('EUR', 'USD'),
    ServiceName: orNone('Compute', 'Storage'),
    ServiceCategory: orNone('Compute', 'Storage'),
    SubAccountId: orNone('1', '2'),
    RegionId: orNone('eu-central-1', 'eu-west-1'),
    ResourceId: orNone('i-1', 'i-2'),
    ResourceType: orNone('Instance'),
    InvoiceId: orNone('INV-1', 'INV-2'),
    SkuId: orNone('sku-1', 'sku-2'),
    ChargeCategory: fc.constantFrom('Usage', 'Tax', 'Credit'),
    PricingCategory: orNone('Standard', 'Committed'),
    CommitmentDiscountStatus: orNone('Used', 'Unused'),
    Tags: orNone(
      '{"tenant":"acme"}',
      '{"tenant":"birch"}',
      '{"tenant":"acme","site":"site_acme_shop"}',
      '{"tenant":"nobody"}',
    ),
  })
  .map(({ day, hour, ...values }): FocusRow => {
    const start = `2026-${day}T${hour}:00:00Z`;
    return usage({
      ...values,
      ChargePeriodStart: start,
      ChargePeriodEnd: start.replace(':00:00Z', ':59:00Z'),
    });
  });

const charges = fc.array(charge, { minLength: 1, maxLength: 60 });
const dimensions = Object.keys(DIMENSION_COLUMNS) as Dimension[];

/** A question that the dashboard could ask. */
const question = fc.record(
  {
    metric: fc.constantFrom('billed', 'effective', 'list', 'contracted'),
    granularity: fc.constantFrom('day', 'month', 'total'),
    range: fc.constantFrom(
      ['2026-08-01', '2026-10-01'],
      ['2026-09-01', '2026-10-01'],
      ['2026-08-30', '2026-09-02'],
    ),
    groupBy: fc.option(fc.constantFrom(...dimensions), { nil: undefined }),
    filters: fc.array(
      fc.tuple(
        fc.constantFrom(...dimensions),
        fc.constantFrom('', 'Compute', 'eu-central-1', 'i-1', 'Usage', 'acme'),
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['metric', 'granularity', 'range', 'filters'] },
);

type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** The same sums by the charges themselves, in other words than the portal's. */
async function sumOfCharges(
  trx: TenantTransaction,
  { filters, granularity, groupBy, metric, range }: Question,
) {
  const cost = CHARGE_METRICS[metric as keyof typeof CHARGE_METRICS];
  const day = `(charge_period_start at time zone 'UTC')::date`;
  const period = {
    day,
    month: `date_trunc('month', ${day})::date`,
    total: 'null::date',
  }[granularity];
  const values = new Map<Dimension, string[]>();
  for (const [dimension, value] of filters) {
    values.set(dimension, [...(values.get(dimension) ?? []), value]);
  }
  const query = trx('charges')
    .whereRaw(`${day} >= ? and ${day} < ?`, range)
    .select(
      trx.raw(`${period}::text as period`),
      trx.raw(`${groupBy ? DIMENSION_COLUMNS[groupBy] : 'null'} as value`),
      'billing_currency as currency',
      trx.raw(`trim_scale(coalesce(sum(${cost}), 0))::text as amount`),
      trx.raw('count(*)::int as charges'),
      trx.raw(`(count(*) - count(${cost}))::int as unknown`),
    )
    .groupByRaw('1, 2, 3');
  for (const [dimension, alternatives] of values) {
    query.whereRaw(`coalesce(${DIMENSION_COLUMNS[dimension]}, '') = any (?)`, [
      alternatives,
    ]);
  }
  return query;
}

const inOrder = (items: Record<string, unknown>[]) =>
  items.map(item => JSON.stringify(item)).sort();

describe('rollups', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let backend: CostsBackend;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    backend = await startCostsBackend(knex);
  });

  const ask = async (
    user: string,
    { filters, granularity, groupBy, metric, range }: Question,
  ) => {
    const { body } = await backend
      .as(user)
      .get('/api/costs/query')
      .query({
        from: range[0],
        to: range[1],
        metric,
        granularity,
        ...(groupBy && { groupBy }),
        ...(filters.length > 0 && {
          filter: filters.map(([dimension, value]) => `${dimension}:${value}`),
        }),
      })
      .expect(200);
    return {
      answeredBy: body.answeredBy,
      items: body.items.map((item: any) => ({
        period: item.period ?? null,
        value: item.value ?? null,
        currency: item.currency,
        amount: item.amount,
        charges: item.charges,
        unknown: item.unknown ?? 0,
      })),
    };
  };

  /** What rollups hold, without what depends on the import. */
  const readRollups = () =>
    backend.database.acrossTenants('compare rollups', async trx => {
      const tables: string[][] = [];
      for (const { table } of Object.values(ROLLUPS)) {
        const rows = await trx(table).select();
        tables.push(inOrder(rows.map(({ line: _, ...row }) => row)));
      }
      return tables;
    });

  it('say what the charges say, whatever is asked, to staff and to a customer', async () => {
    const answering = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        charges,
        fc.array(question, { minLength: 12, maxLength: 12 }),
        async (rows, questions) => {
          const { state } = await backend.bringIn(focusCsv(rows));
          expect(state).toBe('succeeded');
          for (const asked of questions) {
            const [ofAll, ofAcme] = await Promise.all([
              backend.database.acrossTenants('sum charges', trx =>
                sumOfCharges(trx, asked),
              ),
              backend.database.transaction('acme', trx =>
                sumOfCharges(trx, asked),
              ),
            ]);
            const toStaff = await ask('default/frank', asked);
            const toAcme = await ask('acme/anna', asked);
            answering.add(toStaff.answeredBy).add(toAcme.answeredBy);
            expect(inOrder(trimmed(toStaff.items))).toEqual(inOrder(ofAll));
            expect(inOrder(trimmed(toAcme.items))).toEqual(inOrder(ofAcme));
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    // Every table had its turn, so that none is right by never being asked.
    expect([...answering].sort()).toEqual(
      [...Object.keys(ROLLUPS), 'charges'].sort(),
    );
  });

  it('are the same whatever came before, and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        charges,
        charges,
        charges,
        async (first, second, other) => {
          const bringIn = (source: string, rows: FocusRow[]) =>
            backend.bringIn(focusCsv(rows), { source });
          await bringIn('one', first);
          await bringIn('two', second);
          const before = await readRollups();
          await bringIn('two', other);
          await bringIn('one', other);
          await bringIn('two', second);
          await bringIn('one', [...first].reverse());
          expect(await readRollups()).toEqual(before);
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

/** Digits after the last one that counts depend on the road that a sum took. */
function trimmed(items: { amount: string }[]) {
  return items.map(item => ({
    ...item,
    amount: item.amount.includes('.')
      ? item.amount.replace(/\.?0+$/, '')
      : item.amount,
  }));
}
