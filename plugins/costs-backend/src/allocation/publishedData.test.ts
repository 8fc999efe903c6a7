import path from 'node:path';
import { Decimal } from 'decimal.js';
import { describeSharedData } from '../__testUtils__/sharedData';
import {
  createCharges,
  insertFocusFile,
  ruleSet,
} from './__testUtils__/chargesTable';
import { coverageSumsSql } from './__testUtils__/coverageSumsSql';
import { coverageOf } from './coverage';
import type { AllocationRule } from './RuleSet';
import { applyAllocation } from './workspace/applyAllocation';
import { SPLIT_COLUMNS } from './workspace/splitRows';

const directory = {
  customers: new Set(['acme', 'birch', 'cedar']),
  sites: new Map<string, Set<string>>(),
};

const rules: AllocationRule[] = [
  {
    id: 'trey',
    name: 'All of the organisation trey',
    order: 1,
    enabled: true,
    conditions: [{ on: 'tag', tag: 'org', anyOf: ['trey'] }],
    effect: { kind: 'direct', set: { tenant: { value: 'acme' } } },
  },
  {
    id: 'dev',
    name: 'What is for development',
    order: 2,
    enabled: true,
    conditions: [{ on: 'tag', tag: 'environment', anyOf: ['dev'] }],
    effect: {
      kind: 'shared',
      split: {
        by: 'weights',
        weights: { acme: '1', birch: '1.5', cedar: '0.333' },
      },
    },
  },
];
/** Its sample writes one tag in two ways: `"org"` and `" org"`. */
const schema = {
  requirements: [
    { key: 'environment', variants: ['env'], required: true },
    { key: 'org', variants: [], required: false },
  ],
};

describeSharedData('allocation of the published data', folder => {
  const files = [
    'focus-1.0-sample/focus_sample_dev.csv',
    'focus-1.2-1.3-synthetic/aws_1_3_cost_and_usage_rows25_seed7_credits.csv',
    'focus-1.2-1.3-synthetic/azure_1_3_cost_and_usage_rows25_seed7_credits.csv',
    'focus-1.2-1.3-synthetic/gcp_1_3_cost_and_usage_rows25_seed7_credits.csv',
  ];

  async function allocated(file: string) {
    const connection = await createCharges();
    await insertFocusFile(connection, path.join(folder, file));
    await applyAllocation(connection, {
      ruleSet: ruleSet(rules, schema),
      directory,
    });
    return connection;
  }

  it.each(files)('of %s keeps every amount to the last digit', async file => {
    const connection = await allocated(file);
    for (const column of SPLIT_COLUMNS) {
      const [before, after] = await Promise.all(
        ['charges', 'allocated'].map(async table => {
          const rows = await connection.runAndReadAll(
            `select ${column} from ${table} where ${column} is not null`,
          );
          const Exact = Decimal.clone({ precision: 100 });
          return (rows.getRows() as string[][])
            .reduce((sum, [amount]) => sum.plus(amount), new Exact(0))
            .toFixed();
        }),
      );
      expect([column, after]).toEqual([column, before]);
    }
    connection.closeSync();
  });

  it('of the 1.0 sample follows tags whatever their spaces, and covers what it says', async () => {
    const connection = await allocated(files[0]);
    const methods = await connection.runAndReadAll(
      `select allocation_method, allocation_rule, count(distinct row_number)
       from allocated group by all order by all`,
    );
    // Counted and added up by a script of its own over the file.
    expect(methods.getRows()).toEqual([
      ['none', null, 253n],
      ['rule', 'trey', 22n],
      ['split', 'dev', 225n],
    ]);
    const sums = await connection.runAndReadAll(
      `select ${coverageSumsSql('cast(billed_cost as decimal(38, 18))')}
       from allocated group by billing_currency`,
    );
    const [[, cost, allocatedCost, rows, allocatedRows]] = sums.getRows();
    // (0.175906258 + 15.81873754543) of 19.91920087385, credits as they weigh
    expect(
      coverageOf({
        currency: 'USD',
        cost: String(cost),
        allocatedCost: String(allocatedCost),
        rows: rows as bigint,
        allocatedRows: allocatedRows as bigint,
      }),
    ).toEqual({ currency: 'USD', byCost: '0.8029', byRows: '0.494' });
    connection.closeSync();
  });
});
