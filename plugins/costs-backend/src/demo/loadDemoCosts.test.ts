import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Decimal } from 'decimal.js';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startCostsBackend,
  type CostsBackend,
} from '../__testUtils__/startCostsBackend';
import { demoMonths } from './demoMonths';
import { DEMO_PROVIDERS } from './demoProviders';
import { generateCharges } from './generateCharges';

jest.setTimeout(240_000);

const Exact = Decimal.clone({ precision: 60 });

const DEMO = `
password: not-asked-here
staff: []
customers:
  - { slug: acme, name: Acme, tier: premium, members: [] }
  - { slug: birch, name: Birch, tier: standard, members: [] }
`;

/** As they are in the double of sites. */
const CUSTOMERS = [
  { slug: 'acme', sites: ['site_acme_blog', 'site_acme_shop'] },
  { slug: 'birch', sites: ['site_birch_shop'] },
];

describe('demo costs of a first start', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('are made once, laid to the customers of the labels, to the last digit', async () => {
    const knex = await databases.init('POSTGRES_18');
    const folder = createMockDirectory({ content: { 'demo.yaml': DEMO } });
    const options = {
      demo: { file: folder.resolve('demo.yaml') },
      dataDirectory: folder.resolve('costs'),
    };
    const first = await startCostsBackend(knex, options);
    const { items } = await untilImported(first);
    expect(items).toHaveLength(2);
    expect(
      items.map(({ state, rejected, mustFindings, createdBy }: any) => [
        state,
        rejected,
        mustFindings,
        createdBy,
      ]),
    ).toEqual(items.map(() => ['succeeded', 0, 0, 'plugin:costs']));
    expect(await sumsOf(first)).toEqual(expectedSums());

    const sites = await first
      .as('acme/anna')
      .get('/api/costs/query')
      .query({ ...rangeOf(), groupBy: 'site' })
      .expect(200);
    expect(sites.body.items.map(({ value }: any) => value)).toEqual(
      expect.arrayContaining(['site_acme_shop', 'site_acme_blog']),
    );
    const tags = await first
      .as('acme/anna')
      .get('/api/costs/tag-compliance')
      .query(rangeOf())
      .expect(200);
    expect(new Set(tags.body.items.map(({ key }: any) => key))).toEqual(
      new Set(['component', 'environment']),
    );
    await first.stop();

    const second = await startCostsBackend(knex, options);
    await sleep(2_000);
    expect(await untilImported(second)).toEqual({
      items,
      total: items.length,
    });
    await second.stop();
  });

  it('are not made where nobody asked for them', async () => {
    const backend = await startCostsBackend(
      await databases.init('POSTGRES_18'),
    );
    await sleep(1_000);
    const { body } = await backend
      .as('default/frank')
      .get('/api/costs/sources')
      .expect(200);
    expect(body.items).toEqual([]);
  });
});

async function untilImported(backend: CostsBackend) {
  for (;;) {
    const { body } = await backend
      .as('default/frank')
      .get('/api/costs/imports')
      .expect(200);
    const isOver = body.items.every(({ state }: any) =>
      ['succeeded', 'failed'].includes(state),
    );
    if (body.total === DEMO_PROVIDERS.length && isOver) {
      return body;
    }
    await sleep(100);
  }
}

function rangeOf() {
  const now = new Date();
  const from = new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 15, 1),
  );
  return {
    from: from.toISOString().slice(0, 10),
    to: now.toISOString().slice(0, 10),
  };
}

async function sumsOf(backend: CostsBackend) {
  const { body } = await backend
    .as('default/olga')
    .get('/api/costs/query')
    .query({ ...rangeOf(), groupBy: 'customer', metric: 'billed' })
    .expect(200);
  return Object.fromEntries(
    body.items.map(({ amount, currency, value }: any) => [
      `${value} ${currency}`,
      new Exact(amount).toFixed(),
    ]),
  );
}

/** By another road: from the rows themselves, by the labels that they carry. */
function expectedSums() {
  const known = CUSTOMERS.map(({ slug }) => slug);
  const sums: Record<string, Decimal> = {};
  for (const provider of DEMO_PROVIDERS) {
    for (const plan of demoMonths(provider, CUSTOMERS, new Date())) {
      for (const row of generateCharges(plan)) {
        const { tenant } = JSON.parse(row.Tags ?? '{}');
        const owner = known.includes(tenant) ? tenant : 'default';
        const key = `${owner} ${row.BillingCurrency}`;
        sums[key] = (sums[key] ?? new Exact(0)).plus(row.BilledCost!);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(sums).map(([key, sum]) => [key, sum.toFixed()]),
  );
}
