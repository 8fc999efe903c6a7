import type { FocusColumnName } from '@freehold/plugin-costs-node';
import path from 'node:path';
import { describeSharedData, filesOf } from '../__testUtils__/sharedData';
import { readCharges } from '../__testUtils__/readCharges';
import type { ReadCharges } from '../__testUtils__/readCharges';
import {
  AZURE,
  CAMEL,
  DECIMAL,
  FOCUS,
  GERMAN,
  NOT_IN_AZURE,
  TEMPLATE,
  totalsOfFile,
  type RawColumns,
} from '../__testUtils__/totalsOfFile';
import type { ChargeDefaults } from './chargeValues';

async function totalsOfCharges(
  { workspace }: ReadCharges,
  unknown: readonly string[],
) {
  const of = (alias: string, sql: string) =>
    unknown.includes(alias) ? `null as ${alias}` : `${sql} as ${alias}`;
  return workspace.rows(`
    select ${of('provider', 'service_provider_name')},
      ${of('service', 'service_name')},
      ${of('month', "strftime(billing_period_start, '%Y-%m')")},
      ${of('invoice', 'invoice_id')}, ${of('currency', 'billing_currency')},
      sum(billed_cost::${DECIMAL})::varchar as billed,
      ${of('effective', `sum(effective_cost::${DECIMAL})::varchar`)},
      ${of('list', `sum(list_cost::${DECIMAL})::varchar`)}, count(*) as rows
    from charges
    group by 1, 2, 3, 4, 5 order by all`);
}

describeSharedData('published cost data', folder => {
  let read: ReadCharges | undefined;
  afterEach(async () => {
    await read?.workspace.close();
    read = undefined;
  });

  /** Reads a file whole, and sums it up by both roads. */
  async function totals(
    file: string,
    formatId: string,
    defaults: ChargeDefaults = {},
    raw: RawColumns = FOCUS,
    unknown: readonly (keyof RawColumns)[] = [],
  ) {
    read = await readCharges(path.join(folder, file), { defaults });
    expect(
      await read.workspace.rows('select * from rejected_rows limit 3'),
    ).toEqual([]);
    expect(read.format.id).toBe(formatId);
    expect(read.accepted).toBe(read.rows);
    return {
      ofCharges: await totalsOfCharges(read, unknown),
      ofFile: await totalsOfFile(path.join(folder, file), raw, unknown),
    };
  }

  it('reads the FOCUS 1.0 sample', async () => {
    const { ofCharges, ofFile } = await totals(
      'focus-1.0-sample/focus_sample_dev.csv',
      'focus-1-0',
    );
    expect(ofCharges).toEqual(ofFile);
  });

  it('keeps what FOCUS 1.4 has no column for', async () => {
    read = await readCharges(
      path.join(folder, 'focus-1.0-sample/focus_sample_dev.csv'),
    );
    const [row] = await read.workspace.rows<{ extension: string }>(
      'select extension from charges where row_number = 1',
    );
    expect(JSON.parse(row.extension)).toEqual({
      Id: '11472',
      ProviderName: 'AWS',
      PublisherName: 'Amazon Web Services, Inc.',
    });
    const [{ tags }] = await read.workspace.rows<{ tags: string }>(
      'select count(*) as tags from charges where json_exists(tags, \'$." org"\')',
    );
    expect(Number(tags)).toBeGreaterThan(0);
  });

  it.each(
    filesOf(path.join(folder, 'focus-1.2-1.3-synthetic'), /_1_[23]_.*\.csv$/),
  )('reads %s', async name => {
    const { ofCharges, ofFile } = await totals(
      `focus-1.2-1.3-synthetic/${name}`,
      name.includes('_1_2_') ? 'focus-1-2' : 'focus-1-3',
    );
    expect(ofCharges).toEqual(ofFile);
  });

  const PERIOD = {
    BillingCurrency: 'USD',
    ChargePeriodStart: '2026-05-01T00:00:00Z',
    ChargePeriodEnd: '2026-06-01T00:00:00Z',
    ServiceProviderName: 'AWS',
  };

  it.each(
    filesOf(
      path.join(folder, 'focus-1.2-1.3-synthetic'),
      /^scenarios_.*\.csv$/,
    ),
  )('reads the few columns of %s with defaults for the rest', async name => {
    const { ofCharges, ofFile } = await totals(
      `focus-1.2-1.3-synthetic/${name}`,
      name.includes('correction') ? 'focus-1-2' : 'focus-1-3',
      PERIOD,
      FOCUS,
      ['provider', 'month', 'currency'],
    );
    expect(ofCharges).toEqual(ofFile);
  });

  const EXAMPLES = 'focus-spec-examples/1.2';

  it.each(filesOf(path.join(folder, EXAMPLES, 'saas_examples'), /\.csv$/))(
    'reads the example %s',
    async name => {
      read = await readCharges(
        path.join(folder, EXAMPLES, 'saas_examples', name),
      );
      await read.workspace.close();
      const { ofCharges, ofFile } = await totals(
        `${EXAMPLES}/saas_examples/${name}`,
        read.format.id,
      );
      expect(ofCharges).toEqual(ofFile);
    },
  );

  it.each([
    ['commitment_discount_purchase_scenario_1.csv', 1, []],
    // As published, these say that a charge ended at 30 o'clock.
    ['commitment_discount_purchase_scenario_2.csv', 2, [3]],
    ['commitment_discount_purchase_scenario_3.csv', 3, [4]],
  ])(
    'reads the example %s, impossible dates apart',
    async (name, accepted, impossible) => {
      read = await readCharges(
        path.join(folder, EXAMPLES, 'commitment_discount_scenarios', name),
        { defaults: { BillingCurrency: 'USD', ServiceProviderName: 'AWS' } },
      );
      expect(read.accepted).toBe(accepted);
      expect(
        await read.workspace.rows(
          "select row_number::integer as row, reasons->>'$[0].column' as column, reasons->>'$[0].code' as code from rejected_rows",
        ),
      ).toEqual(
        impossible.map(row => ({
          row,
          column: 'ChargePeriodEnd',
          code: 'not-a-date',
        })),
      );
    },
  );

  it('reads the actual cost of an Azure Enterprise Agreement', async () => {
    const { ofCharges, ofFile } = await totals(
      'raw-exports/azure-ea/EA_ActualCost_Small.csv',
      'azure-ea',
      {},
      AZURE,
      NOT_IN_AZURE,
    );
    expect(ofCharges).toEqual(ofFile);
    expect(
      await read!.workspace.rows(
        'select charge_category, commitment_discount_type, billed_cost, effective_cost, list_cost, tags from charges where row_number in (1, 2) order by row_number',
      ),
    ).toEqual([
      {
        charge_category: 'Purchase',
        commitment_discount_type: 'Reservation',
        billed_cost: '3.25',
        effective_cost: '0',
        list_cost: '0',
        tags: null,
      },
      {
        charge_category: 'Usage',
        commitment_discount_type: null,
        billed_cost: '0.00004',
        effective_cost: '0.00004',
        list_cost: '0.00004',
        tags: expect.stringMatching(/^\{"CostCenter": "1234".*\}$/),
      },
    ]);
  });

  it.each<[string, string, RawColumns, ChargeDefaults]>([
    ['EnterpriseCamel.csv', 'azure-mca', CAMEL, {}],
    ['German.csv', 'azure-usage-details', GERMAN, {}],
    ['Template.csv', 'azure-mca', TEMPLATE, { BillingCurrency: 'USD' }],
  ])('reads the Azure export %s', async (name, formatId, raw, defaults) => {
    const { ofCharges, ofFile } = await totals(
      `raw-exports/opencost-azure/${name}`,
      formatId,
      defaults,
      raw,
      NOT_IN_AZURE,
    );
    expect(ofCharges).toEqual(ofFile);
  });

  it('rejects the one row of an Azure export that has a date and nothing else', async () => {
    read = await readCharges(
      path.join(folder, 'raw-exports/opencost-azure/BOM.csv'),
    );
    expect(read.accepted).toBe(0);
    const [{ row_number, reasons, raw }] = await read.workspace.rows<{
      row_number: string;
      reasons: string;
      raw: string;
    }>('select * from rejected_rows');
    expect(row_number).toBe('1');
    const missing: FocusColumnName[] = ['BilledCost', 'BillingCurrency'];
    expect(JSON.parse(reasons)).toEqual(
      missing.map(column => ({
        column,
        code: 'missing',
        message: `${column} has no value, and no default was given`,
      })),
    );
    expect(JSON.parse(raw)).toMatchObject({ UsageDateTime: '2022-11-03' });
  });
});
