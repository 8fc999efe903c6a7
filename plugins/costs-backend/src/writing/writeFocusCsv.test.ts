import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import fc from 'fast-check';
import path from 'node:path';
import { chargesOf } from '../__testUtils__/chargesOf';
import type { ChargeRow } from '../__testUtils__/chargesOf';
import { readCharges } from '../__testUtils__/readCharges';
import { describeSharedData } from '../__testUtils__/sharedData';
import { FOCUS_1_2_EXPORT } from './focus12';
import { FOCUS_1_4_EXPORT } from './focus14';
import type { FocusExport, StoredCharge } from './FocusExport';
import { defuse, writeFocusCsv, writeFocusRow } from './writeFocusCsv';

async function toCsv(
  format: FocusExport,
  charges: StoredCharge[],
): Promise<string> {
  let csv = '';
  for await (const line of writeFocusCsv(format, charges)) csv += line;
  return csv;
}

const decimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 25n }),
    fc.option(fc.bigInt({ min: 0n, max: 10n ** 18n })),
  )
  .map(
    ([sign, whole, fraction]) =>
      `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`,
  );

const instant = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map(date =>
      date
        .toISOString()
        .replace('T', ' ')
        .replace('Z', '')
        .replace(/\.?0+$/, ending => (ending.startsWith('.') ? '' : ending)),
    )
    .map(text => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));

// Null is written as nothing and read from nothing or from the word NULL; a
// text cannot hold NUL or half a character on its way to PostgreSQL.
const string = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter(value => value !== 'NULL' && !value.includes('\0'));

const json = fc
  .dictionary(
    fc.string({ unit: 'grapheme-ascii' }),
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()),
    { noNullPrototype: true },
  )
  .map(value => JSON.stringify(value))
  .filter(value => !value.includes('\\u0000'));

const VALUES = { decimal, string, json } as const;
const FIXED: Record<string, fc.Arbitrary<string>> = {
  ChargeCategory: fc.constantFrom(
    'Usage',
    'Purchase',
    'Tax',
    'Credit',
    'Adjustment',
  ),
  BillingPeriodStart: fc.constant('2026-05-01 00:00:00'),
  BillingPeriodEnd: fc.constant('2026-06-01 00:00:00'),
  ChargePeriodStart: instant('2026-05-01', '2026-05-15'),
  ChargePeriodEnd: instant('2026-05-16', '2026-06-01'),
};
const REQUIRED = [
  ...Object.keys(FIXED),
  'BilledCost',
  'BillingCurrency',
  'ServiceProviderName',
];

const charge: fc.Arbitrary<ChargeRow> = fc.record(
  Object.fromEntries(
    CHARGE_COLUMNS.map(({ focusName, name, type }) => {
      const value =
        FIXED[focusName] ?? VALUES[type as Exclude<typeof type, 'timestamp'>];
      return [name, REQUIRED.includes(focusName) ? value : fc.option(value)];
    }),
  ),
);

describe('writing FOCUS', () => {
  it('is read again as it was, whatever a charge holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(charge, { minLength: 1, maxLength: 20 }),
        async charges => {
          const {
            formatId,
            charges: again,
            rejected,
          } = await chargesOf(await toCsv(FOCUS_1_4_EXPORT, charges));
          expect(rejected).toEqual([]);
          expect(formatId).toBe('focus-1-4');
          expect(again).toEqual(
            charges.map((one, at) => ({
              ...Object.fromEntries(
                CHARGE_COLUMNS.map(({ name, type }) => {
                  const value = one[name];
                  return [
                    name,
                    type === 'string' && value !== null ? defuse(value) : value,
                  ];
                }),
              ),
              row_number: String(at + 1),
              extension: null,
            })),
          );
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('has the 57 columns of FOCUS 1.2 and the 65 of FOCUS 1.4', () => {
    expect(FOCUS_1_2_EXPORT.columns).toHaveLength(57);
    expect(FOCUS_1_4_EXPORT.columns).toHaveLength(65);
    expect(FOCUS_1_2_EXPORT.dropped).toHaveLength(10);
  });

  it('names a provider of FOCUS 1.2 by what the file said, else by its successor, and invents no publisher', () => {
    const named = (row: StoredCharge) => {
      const values = writeFocusRow(FOCUS_1_2_EXPORT, row);
      return ['ProviderName', 'PublisherName'].map(
        name =>
          values[FOCUS_1_2_EXPORT.columns.findIndex(one => one.name === name)],
      );
    };
    expect(
      named({
        service_provider_name: 'Databricks',
        extension: '{"ProviderName":"AWS","PublisherName":"Databricks"}',
      }),
    ).toEqual(['AWS', 'Databricks']);
    expect(
      named({ service_provider_name: 'Databricks', extension: null }),
    ).toEqual(['Databricks', null]);
  });

  it('leaves a list price that nobody knows empty', async () => {
    const csv = await toCsv(FOCUS_1_4_EXPORT, [
      { billed_cost: '1', list_cost: null },
    ]);
    const [header, row] = csv.split('\r\n').map(line => line.split(','));
    expect(row[header.indexOf('ListCost')]).toBe('');
    expect(row[header.indexOf('BilledCost')]).toBe('1');
  });

  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+cmd', "'+cmd"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['-12.5', '-12.5'],
    ['+49', '+49'],
    ['a=b', 'a=b'],
  ])('lets no spreadsheet run %s', (text, harmless) => {
    expect(writeFocusRow(FOCUS_1_4_EXPORT, { resource_name: text })).toContain(
      harmless,
    );
  });

  it('leaves negative amounts as they are', () => {
    expect(writeFocusRow(FOCUS_1_4_EXPORT, { billed_cost: '-1.50' })).toContain(
      '-1.50',
    );
  });
});

describeSharedData('writing published FOCUS files again', folder => {
  it.each(['aws', 'azure', 'gcp'])(
    'gives FOCUS 1.2 of %s back without a loss',
    async cloud => {
      const file = path.join(
        folder,
        `focus-1.2-1.3-synthetic/${cloud}_1_2_cost_and_usage_rows25_seed7_credits.csv`,
      );
      const { workspace } = await readCharges(file);
      const read = await workspace.rows<ChargeRow>(
        'select * from charges order by row_number',
      );
      const raw = await workspace.rows<ChargeRow>(
        'select * exclude (__row) from source_rows order by __row',
      );
      await workspace.close();
      const written = read.map(row => {
        const values = writeFocusRow(FOCUS_1_2_EXPORT, row);
        return Object.fromEntries(
          FOCUS_1_2_EXPORT.columns.map(({ name }, at) => [name, values[at]]),
        );
      });
      expect(written).toEqual(raw);
    },
  );
});
