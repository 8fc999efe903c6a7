import {
  createCharges,
  insertCharges,
  ruleSet,
} from '../allocation/__testUtils__/chargesTable';
import { applyAllocation } from '../allocation/workspace/applyAllocation';
import { createTagViews } from './createTagViews';
import type { TagSchema } from './TagSchema';

const schema: TagSchema = {
  requirements: [
    {
      key: 'env',
      variants: [],
      required: true,
      allowedValues: ['prod', 'dev'],
    },
    { key: "owner's", variants: [], required: false },
  ],
  accounts: [{ accountId: 'tagged', tags: { env: 'prod' } }],
  virtual: [],
};

async function read(charges: Parameters<typeof insertCharges>[1], sql: string) {
  const connection = await createCharges();
  await insertCharges(connection, charges);
  await applyAllocation(connection, {
    ruleSet: ruleSet([], schema),
    directory: { customers: new Set(['acme']), sites: new Map() },
  });
  await createTagViews(connection, schema);
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  return rows;
}

const acme = (
  cost: string,
  tags: Record<string, string>,
  resource = 'i-1',
) => ({
  resource_id: resource,
  effective_cost: cost,
  tags: JSON.stringify({ tenant: 'acme', ...tags }),
});

describe('tag_compliance', () => {
  const sql = `
    select tenant_id, tag_key, cost, missing_cost, wrong_cost,
      resources, missing_resources, wrong_resources
    from tag_compliance order by all`;

  it('tells by customer and tag how much cost, and how many resources, comply', async () => {
    const rows = await read(
      [
        acme('3', { env: 'prod' }),
        acme('-1', { env: 'test' }, 'i-2'),
        acme('4', {}, 'i-3'),
        acme('1', { env: 'prod' }, 'i-3'),
        acme('2', { ENV: 'dev' }, 'i-4'),
        { resource_id: 'i-5', effective_cost: '5', sub_account_id: 'tagged' },
        { charge_category: 'Tax', effective_cost: '100' },
      ],
      sql,
    );
    const complete = {
      missing_cost: '0.000000000',
      wrong_cost: '0.000000000',
      missing_resources: '0',
      wrong_resources: '0',
    };
    expect(rows).toEqual([
      {
        tenant_id: 'acme',
        tag_key: 'env',
        cost: '11.000000000',
        missing_cost: '4.000000000',
        wrong_cost: '1.000000000',
        resources: '4',
        missing_resources: '1',
        wrong_resources: '1',
      },
      {
        ...complete,
        tenant_id: 'acme',
        tag_key: "owner's",
        cost: '11.000000000',
        resources: '4',
      },
      {
        ...complete,
        tenant_id: 'default',
        tag_key: 'env',
        cost: '5.000000000',
        resources: '1',
      },
      expect.objectContaining({ tenant_id: 'default', tag_key: "owner's" }),
    ]);
  });
});

describe('tag_keys', () => {
  it('has the tags of each customer, those of split charges at all who share them', async () => {
    const connection = await createCharges();
    const sql = 'select tenant_id, tag_key, rows from tag_keys order by all';
    await insertCharges(connection, [
      acme('3', { ENV: 'prod', note: 'x' }),
      { resource_id: 'i-2', effective_cost: '4', tags: '{"pool":"shared"}' },
    ]);
    await applyAllocation(connection, {
      ruleSet: ruleSet(
        [
          {
            id: 'pool',
            name: 'The pool',
            order: 1,
            enabled: true,
            conditions: [{ on: 'tag', tag: 'pool', anyOf: ['shared'] }],
            effect: {
              kind: 'shared',
              split: { by: 'even', among: { tenants: ['acme', 'birch'] } },
            },
          },
        ],
        schema,
      ),
      directory: {
        customers: new Set(['acme', 'birch']),
        sites: new Map(),
      },
    });
    await createTagViews(connection, schema);
    const rows = (await connection.runAndReadAll(sql)).getRows();
    connection.closeSync();
    expect(rows.map(row => row.map(String))).toEqual([
      ['acme', 'env', '1'],
      ['acme', 'note', '1'],
      ['acme', 'pool', '1'],
      ['acme', 'tenant', '1'],
      ['birch', 'pool', '1'],
    ]);
  });
});

describe('tag_fixes', () => {
  it('lists by resource what is wrong, and what it should be', async () => {
    expect(
      await read(
        [
          acme('3', { ENV: 'PROD' }),
          acme('2', { ENV: 'PROD' }),
          acme('1', {}, 'i-2'),
          acme('1', { env: 'prod' }, 'i-3'),
        ],
        `select resource_id, tag_key, kind, found, wanted, rows, cost
         from tag_fixes order by all`,
      ),
    ).toEqual([
      {
        resource_id: 'i-1',
        tag_key: 'env',
        kind: 'spelling',
        found: 'ENV=PROD',
        wanted: 'env=prod',
        rows: '2',
        cost: '5.000000000',
      },
      {
        resource_id: 'i-2',
        tag_key: 'env',
        kind: 'missing',
        found: null,
        wanted: null,
        rows: '1',
        cost: '1.000000000',
      },
    ]);
  });
});
