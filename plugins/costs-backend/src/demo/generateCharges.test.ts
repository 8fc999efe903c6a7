import { Decimal } from 'decimal.js';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openWorkspace } from '../__testUtils__/readCharges';
import { BUILT_IN_FORMATS } from '../formats';
import { checkConformance } from '../conformance';
import {
  DEFAULT_READING_LIMITS,
  inspectFile,
  readSource,
  recogniseFormat,
} from '../reading';
import { demoMonths } from './demoMonths';
import { DEMO_PROVIDERS } from './demoProviders';
import { generateCharges, writeChargeFile } from './generateCharges';
import type { DemoMonth } from './DemoMonth';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-21T15:00:00Z');
const CUSTOMERS = [
  { slug: 'acme', sites: ['site_a', 'site_b'] },
  { slug: 'birch', sites: [] },
];
const [AWS, GOOGLE] = DEMO_PROVIDERS;

const planOf = (values: Partial<DemoMonth> = {}): DemoMonth => ({
  provider: AWS,
  customers: CUSTOMERS,
  month: '2026-10',
  until: '2026-11-21',
  step: 'day',
  ...values,
});

const rowsOf = (values?: Partial<DemoMonth>) => [
  ...generateCharges(planOf(values)),
];

/** Adds text to text, with every digit. */
const Exact = Decimal.clone({ precision: 60 });
const sumOf = (amounts: (string | undefined)[]) =>
  amounts
    .reduce((sum, amount) => sum.plus(amount ?? 'NaN'), new Exact(0))
    .toString();

describe('the generator of demo costs', () => {
  it.each(DEMO_PROVIDERS.map(provider => [provider.name, provider] as const))(
    'writes FOCUS 1.2 that keeps every MUST (%s)',
    async (_, provider) => {
      const file = path.join(
        await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-demo-')),
        'demo.csv',
      );
      await fs.writeFile(
        file,
        writeChargeFile(demoMonths(provider, CUSTOMERS, NOW)),
      );
      const profile = await inspectFile(file, DEFAULT_READING_LIMITS);
      const format = recogniseFormat(profile, BUILT_IN_FORMATS);
      expect(format.title).toBe('FOCUS 1.2');
      const workspace = await openWorkspace();
      try {
        await readSource(workspace, profile, DEFAULT_READING_LIMITS);
        const { findings, rows, summary } = await checkConformance(workspace, {
          table: 'source_rows',
          rowColumn: '__row',
          columns: profile.columns,
          version: format.focusVersion!,
        });
        expect(rows).toBeGreaterThan(2_000);
        expect(summary.MUST.checked).toBeGreaterThan(100);
        expect(findings.filter(({ severity }) => severity === 'MUST')).toEqual(
          [],
        );
      } finally {
        await workspace.close();
      }
    },
  );

  it('says the same of the same month, whatever is asked beside it', () => {
    expect(rowsOf()).toEqual(rowsOf());
    const alone = rowsOf({ customers: [CUSTOMERS[1]] });
    const ofBirch = (rows: ReturnType<typeof rowsOf>) =>
      rows.filter(
        ({ ChargeCategory, ResourceName }) =>
          ChargeCategory === 'Usage' && ResourceName?.startsWith('birch-'),
      );
    expect(ofBirch(alone)).toEqual(ofBirch(rowsOf()));
    expect(ofBirch(alone)).toHaveLength(14 * 31);
  });

  it('ends with yesterday, and invoices months that are over only', () => {
    const open = rowsOf({ month: '2026-11' });
    const days = open.map(row => row.ChargePeriodStart!.slice(0, 10));
    expect([...days].sort().at(-1)).toBe('2026-11-20');
    expect(open.some(row => row.InvoiceId)).toBe(false);
    expect(open.some(row => row.ChargeCategory === 'Tax')).toBe(false);
    expect(rowsOf().every(row => row.InvoiceId)).toBe(true);
  });

  it('charges tax of exactly its share, and to the cent', () => {
    const rows = rowsOf();
    const taxes = rows.filter(row => row.ChargeCategory === 'Tax');
    const { SubAccountId } = rows[0];
    const untaxed = sumOf(
      rows
        .filter(row => row.SubAccountId === SubAccountId)
        .filter(row => row.ChargeCategory !== 'Tax')
        .map(row => row.BilledCost),
    );
    expect(taxes).toHaveLength(CUSTOMERS.length + 1);
    expect(
      taxes.find(row => row.SubAccountId === SubAccountId)!.BilledCost,
    ).toBe(
      new Exact(untaxed)
        .times('0.19')
        .toDecimalPlaces(2, Decimal.ROUND_DOWN)
        .toString(),
    );
  });

  it('spends its commitment to the last digit: what was bought is used or idle', () => {
    const rows = rowsOf();
    const of = (status: string) =>
      rows.filter(row => row.CommitmentDiscountStatus === status);
    const bought = rows.filter(row => row.ChargeCategory === 'Purchase');
    expect(of('Used').length).toBeGreaterThan(0);
    expect(of('Unused').length).toBeGreaterThan(0);
    expect(
      sumOf([...of('Used'), ...of('Unused')].map(row => row.EffectiveCost)),
    ).toBe(sumOf(bought.map(row => row.BilledCost)));
  });

  it('has credits, corrections of another month, and rows with no or a wrong label', () => {
    const rows = demoMonths(AWS, CUSTOMERS, NOW).flatMap(plan => [
      ...generateCharges(plan),
    ]);
    const some = (matches: (row: (typeof rows)[number]) => boolean) =>
      expect(rows.filter(matches).length).toBeGreaterThan(0);
    some(row => row.ChargeCategory === 'Credit' && row.BilledCost![0] === '-');
    some(
      row =>
        row.ChargeClass === 'Correction' &&
        row.ChargePeriodEnd! < row.BillingPeriodStart!,
    );
    some(row => row.ServiceName === 'AWS Support' && !row.Tags);
    some(row => row.ResourceName === 'acme-old-volume' && !row.Tags);
    some(row => row.Tags?.includes('"tenant":"acem"') ?? false);
  });

  it('labels what a site is made of as our stacks do', () => {
    const tagsOf = (name: string) =>
      JSON.parse(rowsOf().find(row => row.ResourceName === name)!.Tags!);
    expect(tagsOf('acme-web')).toMatchObject({
      tenant: 'acme',
      site: 'site_a',
    });
    expect(tagsOf('acme-jobs')).toMatchObject({ site: 'site_b' });
    expect(tagsOf('birch-web')).not.toHaveProperty('site');
  });

  it('lets one resource of one customer rise, and nothing else', () => {
    const costOf = (values: Partial<DemoMonth>, name: string) =>
      new Exact(
        sumOf(
          rowsOf({ month: '2026-11', ...values })
            .filter(row => row.ResourceName === name)
            .map(row => row.BilledCost),
        ),
      );
    const risen = { riseFrom: '2026-11-12' };
    const name = 'acme-image-resizer';
    expect(costOf(risen, name).div(costOf({}, name)).gt(3)).toBe(true);
    for (const other of ['birch-image-resizer', 'acme-delivery']) {
      expect(costOf(risen, other).equals(costOf({}, other))).toBe(true);
    }
  });

  it('keeps currencies apart, each in a file of its own', () => {
    const currencies = (values: Partial<DemoMonth>) => [
      ...new Set(rowsOf(values).map(row => row.BillingCurrency)),
    ];
    expect(currencies({ provider: AWS })).toEqual(['EUR']);
    expect(currencies({ provider: GOOGLE })).toEqual(['USD']);
  });

  it('writes hours where more rows are wanted', () => {
    const hours = rowsOf({ step: 'hour' });
    expect(hours.length).toBeGreaterThan(20_000);
    expect(hours[0].ChargePeriodEnd).toBe('2026-10-01T01:00:00Z');
  });
});
