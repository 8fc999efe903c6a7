import type { DuckDBConnection } from '@duckdb/node-api';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  createCharges,
  insertCharges,
  ruleSet,
  type TestCharge,
} from '../__testUtils__/chargesTable';
import type { Directory } from '../Assignment';
import type { AllocationRule, Split } from '../RuleSet';
import { applyAllocation, type AllocationInput } from './applyAllocation';
import { SPLIT_COLUMNS } from './splitRows';

const directory: Directory = {
  customers: new Set(['acme', 'birch', 'cedar']),
  sites: new Map([['acme', new Set(['site_1'])]]),
};

function share(split: Split, category = 'Support'): AllocationRule {
  return {
    id: `share-${category}`,
    name: 'Shared',
    order: 10,
    enabled: true,
    conditions: [{ on: 'serviceCategory', anyOf: [category] }],
    effect: { kind: 'shared', split },
  };
}

const labelled = (tenant: string, cost: string): TestCharge => ({
  tags: JSON.stringify({ tenant }),
  effective_cost: cost,
});

describe('applyAllocation', () => {
  let connection: DuckDBConnection;

  beforeEach(async () => {
    connection = await createCharges();
  });
  afterEach(() => connection.closeSync());

  const apply = (
    rules: AllocationRule[],
    input: Partial<AllocationInput> = {},
  ) =>
    applyAllocation(connection, {
      ruleSet: ruleSet(rules),
      directory,
      ...input,
    });

  const read = async (columns: string, where = 'true') =>
    (
      await connection.runAndReadAll(
        `select ${columns} from allocated where ${where} order by row_number, part`,
      )
    ).getRowObjectsJS();

  it('lays a row to the customer and site of its labels, without any rule', async () => {
    await insertCharges(connection, [
      { tags: '{"tenant":"acme","site":"site_1"}' },
      { tags: '{"user:tenant":"birch"}' },
    ]);
    await apply([]);
    expect(
      await read('tenant_id, site, allocation_method, part, effective_tags'),
    ).toEqual([
      {
        tenant_id: 'acme',
        site: 'site_1',
        allocation_method: 'label',
        part: 0,
        effective_tags: '{"tenant":"acme","site":"site_1"}',
      },
      {
        tenant_id: 'birch',
        site: null,
        allocation_method: 'label',
        part: 0,
        effective_tags: '{"tenant":"birch"}',
      },
    ]);
  });

  it('leaves to the business what is nobody’s, and says why', async () => {
    await insertCharges(connection, [
      {},
      { tags: '{"tenant":"acmee"}' },
      { tags: '{"tenant":"acme","site":"site_9"}' },
    ]);
    await apply([]);
    expect(
      await read(
        'tenant_id, allocation_method m, allocation_reason r, allocation_detail d',
      ),
    ).toEqual([
      { tenant_id: 'default', m: 'none', r: 'no-rule', d: null },
      { tenant_id: 'default', m: 'none', r: 'unknown-customer', d: 'acmee' },
      { tenant_id: 'default', m: 'none', r: 'unknown-site', d: 'acme/site_9' },
    ]);
  });

  it('keeps every column of a row that is laid to one customer', async () => {
    await insertCharges(connection, [
      {
        ...labelled('acme', '-0.000000000000000000012'),
        charge_description: 'Refund',
        list_cost: null,
      },
    ]);
    await apply([]);
    const [whole] = await read('*');
    const [charge] = (
      await connection.runAndReadAll('select * from charges')
    ).getRowObjectsJS();
    expect(whole).toMatchObject(charge);
  });

  it('divides all costs and quantities of a shared row, and leaves its prices', async () => {
    await insertCharges(connection, [
      labelled('acme', '3'),
      labelled('birch', '1'),
      {
        service_category: 'Support',
        billed_cost: '100.00',
        effective_cost: '-0.04',
        list_cost: null,
        consumed_quantity: '1',
        list_unit_price: '7',
      },
    ]);
    await apply([
      share({ by: 'direct-cost', among: { all: 'with-direct-cost' } }),
    ]);
    expect(
      await read(
        'tenant_id, billed_cost, effective_cost, list_cost, consumed_quantity, list_unit_price, allocation_ratio ratio, allocation_rule',
        `allocation_method = 'split'`,
      ),
    ).toEqual([
      {
        tenant_id: 'acme',
        billed_cost: '75.0000000000',
        effective_cost: '-0.0300000000',
        list_cost: null,
        consumed_quantity: '0.7500000000',
        list_unit_price: '7',
        ratio: '0.75',
        allocation_rule: 'share-Support',
      },
      {
        tenant_id: 'birch',
        billed_cost: '25.0000000000',
        effective_cost: '-0.0100000000',
        list_cost: null,
        consumed_quantity: '0.2500000000',
        list_unit_price: '7',
        ratio: '0.25',
        allocation_rule: 'share-Support',
      },
    ]);
  });

  it('shares by direct cost of the same period and currency only', async () => {
    const february = { billing_period_start: '2026-02-01' };
    const dollars = { billing_currency: 'USD' };
    const support = { service_category: 'Support', billed_cost: '1' };
    await insertCharges(connection, [
      labelled('acme', '5'),
      { ...labelled('birch', '5'), ...february },
      { ...labelled('cedar', '5'), ...dollars },
      support,
      { ...support, ...february },
      { ...support, ...dollars },
      { ...support, ...dollars, ...february },
    ]);
    await apply([
      share({ by: 'direct-cost', among: { all: 'with-direct-cost' } }),
    ]);
    expect(
      await read(
        'tenant_id t, allocation_method m, allocation_reason r, part',
        'row_number > 3',
      ),
    ).toEqual([
      { t: 'acme', m: 'split', r: null, part: 1 },
      { t: 'birch', m: 'split', r: null, part: 1 },
      { t: 'cedar', m: 'split', r: null, part: 1 },
      { t: 'default', m: 'none', r: 'no-basis', part: 0 },
    ]);
  });

  it('shares by usage, and allocates nothing where none was measured', async () => {
    await insertCharges(connection, [
      { service_category: 'Support', billed_cost: '9' },
      { service_category: 'Networking', billed_cost: '9' },
    ]);
    await apply(
      [
        share({ by: 'metric', metric: 'tickets' }),
        share({ by: 'metric', metric: 'bytes' }, 'Networking'),
      ],
      {
        metrics: new Map([
          [
            'tickets',
            new Map([
              ['acme', '2'],
              ['cedar', '1'],
              ['birch', '0'],
            ]),
          ],
        ]),
      },
    );
    expect(await read('tenant_id t, billed_cost, allocation_reason r')).toEqual(
      [
        { t: 'acme', billed_cost: '6.0000000000', r: null },
        { t: 'cedar', billed_cost: '3.0000000000', r: null },
        { t: 'default', billed_cost: '9', r: 'no-basis' },
      ],
    );
  });

  it('gives the same when it is applied again', async () => {
    await insertCharges(connection, [
      labelled('acme', '1'),
      { service_category: 'Support', billed_cost: '1' },
    ]);
    const rules = [
      share({ by: 'even', among: { tenants: ['acme', 'birch', 'cedar'] } }),
    ];
    await apply(rules);
    const first = await read('*');
    await apply(rules);
    expect(await read('*')).toEqual(first);
    expect(first).toHaveLength(4);
  });

  it('loses and adds nothing under any rules', async () => {
    const amount = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
      )
      .map(([sign, whole, fraction]) => `${sign}${whole}.${fraction}`);
    const charge = fc
      .tuple(
        fc.constantFrom('Support', 'Networking', 'Compute'),
        fc.constantFrom('acme', 'birch', 'nobody', ''),
        fc.constantFrom('EUR', 'USD'),
        fc.array(fc.option(amount), { minLength: 8, maxLength: 8 }),
      )
      .map(
        ([
          service_category,
          tenant,
          billing_currency,
          amounts,
        ]): TestCharge => ({
          service_category,
          billing_currency,
          tags: JSON.stringify({ tenant }),
          ...Object.fromEntries(
            SPLIT_COLUMNS.map((column, index) => [column, amounts[index]]),
          ),
        }),
      );
    const split = fc.constantFrom<Split>(
      { by: 'even', among: { tenants: ['acme', 'birch', 'cedar'] } },
      { by: 'even', among: { all: 'with-direct-cost' } },
      { by: 'direct-cost', among: { all: 'with-direct-cost' } },
      { by: 'direct-cost', among: { tenants: ['acme', 'cedar'] } },
      { by: 'weights', weights: { acme: '0.7', birch: '1.1', cedar: '0' } },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(charge, { minLength: 1, maxLength: 8 }),
        fc.tuple(split, split),
        async (charges, [support, networking]) => {
          await connection.run('delete from charges');
          await insertCharges(connection, charges);
          await apply([share(support), share(networking, 'Networking')]);
          expect(await sums('allocated')).toEqual(await sums('charges'));
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);

  async function sums(table: string) {
    const Exact = Decimal.clone({ precision: 100 });
    const totals: Record<string, Decimal> = {};
    const rows = await connection.runAndReadAll(
      `select row_number, ${SPLIT_COLUMNS.join(', ')} from ${table}`,
    );
    for (const row of rows.getRowObjects()) {
      for (const column of SPLIT_COLUMNS) {
        const at = `${row.row_number} ${column}`;
        const amount = row[column] as string | null;
        if (amount !== null) {
          totals[at] = (totals[at] ?? new Exact(0)).plus(amount);
        }
      }
    }
    return Object.fromEntries(
      Object.entries(totals).map(([at, total]) => [at, total.toFixed()]),
    );
  }
});
