import {
  createCharges,
  insertCharges,
  ruleSet,
} from '../allocation/__testUtils__/chargesTable';
import { shareOf } from '../allocation/shareOf';
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
    select tenant_id, tag_key, rows, compliant_rows, cost, compliant_cost
    from tag_compliance order by all`;

  it('tells by customer and tag how many rows, and how much cost, comply', async () => {
    const rows = await read(
      [
        acme('3', { env: 'prod' }),
        acme('-1', { env: 'test' }),
        acme('4', {}),
        acme('2', { ENV: 'dev' }),
        { resource_id: 'i-2', effective_cost: '5', sub_account_id: 'tagged' },
        { charge_category: 'Tax', effective_cost: '100' },
      ],
      sql,
    );
    const owners = { tag_key: "owner's" };
    expect(rows).toEqual([
      {
        tenant_id: 'acme',
        tag_key: 'env',
        rows: '4',
        compliant_rows: '2',
        cost: '10.000000000',
        compliant_cost: '5.000000000',
      },
      expect.objectContaining({ ...owners, rows: '4', compliant_rows: '4' }),
      expect.objectContaining({
        tenant_id: 'default',
        tag_key: 'env',
        compliant_rows: '1',
      }),
      expect.objectContaining({ ...owners, tenant_id: 'default' }),
    ]);
    expect(shareOf(String(rows[0].compliant_cost), String(rows[0].cost))).toBe(
      '0.5',
    );
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
