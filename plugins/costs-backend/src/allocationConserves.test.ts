import { TestDatabases } from '@backstage/backend-test-utils';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import { startCostsBackend } from './__testUtils__/startCostsBackend';

jest.setTimeout(300_000);

const API = '/api/costs';
const RANGE = { from: '2026-09-01', to: '2026-10-01' };
const SERVICES = ['Compute', 'Database', 'Support'];
const METRICS = ['billed', 'effective', 'list', 'contracted'];

const customers = fc.constantFrom('acme', 'birch', 'default');
const someCustomers = fc.uniqueArray(customers, { minLength: 1 });
const among = fc.oneof(
  fc.constant({ all: 'with-direct-cost' }),
  someCustomers.map(tenants => ({ tenants })),
);
const split = fc.oneof(
  among.map(it => ({ by: 'even', among: it })),
  among.map(it => ({ by: 'direct-cost', among: it })),
  fc
    .tuple(someCustomers, fc.integer({ min: 1, max: 999 }))
    .map(([tenants, weight]) => ({
      by: 'weights',
      weights: Object.fromEntries(
        tenants.map((tenant, place) => [tenant, `${place}.${weight}`]),
      ),
    })),
  fc.constant({ by: 'metric', metric: 'requests' }),
);
const effect = fc.oneof(
  customers.map(value => ({ kind: 'direct', set: { tenant: { value } } })),
  fc.constant({ kind: 'direct', set: { team: { tag: 'team' } } }),
  split.map(it => ({ kind: 'shared', split: it })),
);
const ruleSets = fc
  .array(fc.tuple(fc.constantFrom(...SERVICES, '*'), effect), { maxLength: 4 })
  .map(rules =>
    rules.map(([service, does], place) => ({
      id: `rule-${place}`,
      name: `Rule ${place}`,
      order: place,
      enabled: true,
      conditions: [{ on: 'serviceName', anyOf: [service] }],
      effect: does,
    })),
  );

const units = fc.integer({ min: -1_000_000, max: 1_000_000 });
const charges = fc.array(
  fc.record({
    ServiceName: fc.constantFrom(...SERVICES),
    BilledCost: units.map(count => new Decimal(count).div(1e7).toFixed()),
    EffectiveCost: units.map(count => new Decimal(count).div(1e3).toFixed()),
    BillingCurrency: fc.constantFrom('EUR', 'USD'),
    Tags: fc.constantFrom(
      '',
      '{"tenant":"acme","team":"a"}',
      '{"tenant":"birch"}',
      '{"tenant":"nobody"}',
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('allocation by any rules', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('keeps what a file adds up to, imported and allocated anew', async () => {
    const backend = await startCostsBackend(
      await databases.init('POSTGRES_18'),
    );
    const finance = backend.as('default/frank');
    const totals = async () =>
      Object.fromEntries(
        await Promise.all(
          METRICS.map(async metric => {
            const { body } = await finance
              .get(`${API}/query`)
              .query({ ...RANGE, metric })
              .expect(200);
            return [
              metric,
              Object.fromEntries(
                body.items.map((it: any) => [
                  it.currency,
                  new Decimal(it.amount).toFixed(),
                ]),
              ),
            ];
          }),
        ),
      );
    const activate = async (rules: object[]) => {
      const { body } = await finance
        .put(`${API}/allocation/draft`)
        .send({ rules })
        .expect(200);
      await finance
        .post(`${API}/allocation/draft/activate`)
        .send({ revision: body.revision, comment: 'Any' })
        .expect(200);
    };
    const reallocate = async (source: string) => {
      const { body } = await finance
        .post(`${API}/allocation/reallocations`)
        .send({ periods: [{ source, period: '2026-09-01' }] })
        .expect(202);
      for (;;) {
        const { body: found } = await finance
          .get(`${API}/imports/${body.items[0].importId}`)
          .expect(200);
        if (found.state !== 'queued' && found.state !== 'running') {
          return found;
        }
        await sleep(25);
      }
    };

    await fc.assert(
      fc.asyncProperty(
        charges,
        ruleSets,
        ruleSets,
        async (rows, first, second) => {
          await activate(first);
          const { source } = await backend.bringIn(
            focusCsv(rows.map(row => usage({ ...row, ListCost: '0.1' }))),
          );
          const before = await totals();
          expect(before.billed).toEqual(sumOf(rows, 'BilledCost'));
          expect(before.effective).toEqual(sumOf(rows, 'EffectiveCost'));
          await activate(second);
          expect(await reallocate(source)).toMatchObject({
            state: 'succeeded',
            accepted: rows.length,
          });
          expect(await totals()).toEqual(before);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

function sumOf(
  rows: readonly Record<string, string>[],
  column: string,
): Record<string, string> {
  const sums: Record<string, Decimal> = {};
  for (const row of rows) {
    const known = sums[row.BillingCurrency] ?? new Decimal(0);
    sums[row.BillingCurrency] = known.plus(row[column]);
  }
  return Object.fromEntries(
    Object.entries(sums).map(([currency, sum]) => [currency, sum.toFixed()]),
  );
}
