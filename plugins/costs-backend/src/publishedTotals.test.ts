import { TestDatabases } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describeSharedData, filesOf } from './__testUtils__/sharedData';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';
import {
  AZURE,
  CAMEL,
  FOCUS,
  GERMAN,
  NOT_IN_AZURE,
  tagTotalsOfFile,
  TEMPLATE,
  totalsOfFile,
  type RawColumns,
} from './__testUtils__/totalsOfFile';

jest.setTimeout(300_000);

/** A published file, and how its totals are asked of it as it is. */
interface Published {
  file: string;
  raw: RawColumns;
  unknown?: readonly (keyof RawColumns)[];
  defaults?: Record<string, string>;
}

const PERIOD = {
  BillingCurrency: 'USD',
  ServiceProviderName: 'AWS',
};

describeSharedData('published cost data, brought in whole', folder => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeAll(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
  });

  const focus = (place: string, pattern: RegExp): Published[] =>
    filesOf(path.join(folder, place), pattern).map(name => ({
      file: `${place}/${name}`,
      raw: FOCUS,
    }));
  const azure = (name: string, raw: RawColumns): Published => ({
    file: `raw-exports/${name}`,
    raw,
    unknown: NOT_IN_AZURE,
  });
  const files: Published[] = [
    { file: 'focus-1.0-sample/focus_sample_dev.csv', raw: FOCUS },
    ...focus('focus-1.2-1.3-synthetic', /_1_[23]_.*\.csv$/),
    ...focus('focus-spec-examples/1.2/saas_examples', /\.csv$/),
    ...focus(
      'focus-spec-examples/1.2/commitment_discount_scenarios',
      /_1\.csv$/,
    ).map(it => ({
      ...it,
      unknown: ['provider', 'currency'] as const,
      defaults: PERIOD,
    })),
    azure('azure-ea/EA_ActualCost_Small.csv', AZURE),
    azure('opencost-azure/EnterpriseCamel.csv', CAMEL),
    azure('opencost-azure/German.csv', GERMAN),
    {
      ...azure('opencost-azure/Template.csv', TEMPLATE),
      defaults: { BillingCurrency: 'USD' },
    },
  ];

  /** Asks PostgreSQL what it has of a source, as all tenants' charges together. */
  const ask = (sql: string, sourceId: string) =>
    backend.database.acrossTenants('compare totals in a test', async trx => {
      const { rows } = await trx.raw(sql, [sourceId]);
      return rows;
    });
  const amount = (sql: string) => `trunc(sum(${sql})::numeric, 20)::text`;

  it.each(files.map(it => [it.file, it] as const))(
    'has the totals of %s by provider, service, month, invoice and tag',
    async (name, { defaults, raw, unknown = [] }) => {
      const file = path.join(folder, name);
      const done = await backend.bringIn(await fs.readFile(file), {
        source: name.slice(-80),
        defaults,
      });
      expect(done).toMatchObject({ state: 'succeeded', rejected: 0 });
      const of = (alias: keyof RawColumns, sql: string) =>
        `${unknown.includes(alias) ? 'null' : sql} as ${alias}`;
      const found = await ask(
        `select ${of('provider', 'service_provider_name')},
                ${of('service', 'service_name')},
                ${of('month', "to_char(billing_period, 'YYYY-MM')")},
                ${of('invoice', 'invoice_id')}, ${of('currency', 'billing_currency')},
                ${amount('billed_cost')} as billed,
                ${of('effective', amount('effective_cost'))},
                ${of('list', amount('list_cost'))}, count(*)::text as rows
           from charges where source_id = ? group by 1, 2, 3, 4, 5`,
        done.source,
      );
      expect(sorted(found)).toEqual(
        sorted(await totalsOfFile(file, raw, unknown)),
      );
      const tags = await ask(
        `select tag, value, ${amount('billed_cost')} as billed, count(*)::text as rows
           from charges, jsonb_each_text(tags) as each (tag, value)
          where source_id = ? group by 1, 2`,
        done.source,
      );
      expect(sorted(tags)).toEqual(
        sorted(await tagTotalsOfFile(file, raw, unknown)),
      );
    },
  );

  it('has the same in its rollups and by invoice as in its charges', async () => {
    const differences = await backend.database.acrossTenants(
      'compare totals in a test',
      async trx => {
        const { rows } = await trx.raw(`
          with raw as (
            select source_id, billing_period, service_provider_name, service_name,
                   billing_currency as currency, sum(billed_cost) as billed,
                   count(*) as charges
              from charges group by 1, 2, 3, 4, 5),
          daily as (
            select source_id, billing_period, service_provider_name, service_name,
                   currency, sum(billed) as billed, sum(charges) as charges
              from daily_costs group by 1, 2, 3, 4, 5),
          invoiced as (
            select source_id, billing_period, invoice_id, currency,
                   sum(billed) as billed, sum(charges) as charges
              from invoice_sums group by 1, 2, 3, 4),
          by_invoice as (
            select source_id, billing_period, invoice_id,
                   billing_currency as currency, sum(billed_cost) as billed,
                   count(*) as charges
              from charges group by 1, 2, 3, 4)
          select 'daily' as of, row_to_json(it) as row from (
            (select * from raw except select * from daily) union all
            (select * from daily except select * from raw)) it
          union all
          select 'invoice', row_to_json(it) from (
            (select * from by_invoice except select * from invoiced) union all
            (select * from invoiced except select * from by_invoice)) it`);
        return rows;
      },
    );
    expect(differences).toEqual([]);
  });
});

/** In an order that both databases have, amounts as plain as each other. */
function sorted(rows: readonly Record<string, unknown>[]): string[] {
  return rows
    .map(row =>
      JSON.stringify(
        Object.entries(row)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, value]) => [
            name,
            typeof value === 'string' && /^-?\d+\.\d+$/.test(value)
              ? value.replace(/\.?0+$/, '')
              : value,
          ]),
      ),
    )
    .sort();
}
