import { TestDatabases } from '@backstage/backend-test-utils';
import { focusCsv, usage, type FocusRow } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const NOW = new Date();

/** The month so many months from now on, `2026-09`. */
const monthOf = (later: number) =>
  new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() + later, 1))
    .toISOString()
    .slice(0, 7);

/** Usage of Acme on the first day of a month. */
const onFirst = (values: FocusRow, month = monthOf(0)) =>
  usage(
    {
      Tags: '{"tenant":"acme"}',
      ChargePeriodStart: `${month}-01T10:00:00Z`,
      ChargePeriodEnd: `${month}-01T11:00:00Z`,
      ...values,
    },
    month,
  );

const committed = (status: string, effective: string, list: string) =>
  onFirst({
    BilledCost: '0',
    EffectiveCost: effective,
    ListCost: list,
    PricingCategory: 'Committed',
    CommitmentDiscountStatus: status,
    CommitmentDiscountId: 'plan-1',
  });

describe('the summary of a month', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
  });

  const summaryFor = async (user: string, query: object = {}) => {
    const { body } = await backend
      .as(user)
      .get('/api/costs/summary')
      .query(query)
      .expect(200);
    return body;
  };

  it('has no figures where there are no charges', async () => {
    expect(await summaryFor('acme/anna')).toMatchObject({
      month: `${monthOf(0)}-01`,
      currencies: [],
    });
  });

  it('compares the days there are with as many of the month before', async () => {
    await backend.bringIn(focusCsv([onFirst({ BilledCost: '10.50' })]));
    await backend.bringIn(
      focusCsv([
        onFirst({ BilledCost: '7' }, monthOf(-1)),
        usage({ BilledCost: '30', Tags: '{"tenant":"acme"}' }, monthOf(-1)),
      ]),
    );
    const days = new Date(
      Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() + 1, 0),
    ).getUTCDate();
    const { currencies, today } = await summaryFor('acme/anna');
    expect(today).toBe(`${monthOf(0)}-01`);
    expect(currencies).toEqual([
      {
        currency: 'EUR',
        monthToDate: '10.50',
        atThisPace: (10.5 * days).toFixed(2),
        lastMonth: '37',
        lastMonthToDate: '7',
        effectiveSavingsRate: '0',
        commitmentUtilisation: null,
        commitmentCoverage: '0',
      },
    ]);
  });

  it('tells what commitments yield, purchases and taxes left out', async () => {
    await backend.bringIn(
      focusCsv([
        committed('Used', '80', '120'),
        committed('Unused', '20', '30'),
        onFirst({ EffectiveCost: '54', ListCost: '60' }),
        onFirst({
          EffectiveCost: '10',
          ListCost: '30',
          PricingCategory: 'Dynamic',
        }),
        onFirst({ ChargeCategory: 'Purchase', EffectiveCost: '0' }),
        onFirst({ ChargeCategory: 'Tax', EffectiveCost: '19' }),
      ]),
    );
    const { currencies } = await summaryFor('acme/anna');
    expect(currencies).toEqual([
      expect.objectContaining({
        // 80 / (80 + 20)
        commitmentUtilisation: '0.8',
        // 120 / (120 + 60)
        commitmentCoverage: '0.6667',
        // 1 − (80 + 20 + 54 + 10) / (120 + 60 + 30)
        effectiveSavingsRate: '0.219',
      }),
    ]);
  });

  it('tells staff what is allocated, credits weighing as costs do, and customers nothing of it', async () => {
    await backend.bringIn(
      focusCsv([
        onFirst({ BilledCost: '110' }),
        onFirst({ BilledCost: '-10', ChargeCategory: 'Credit', Tags: '' }),
      ]),
    );
    const [forStaff] = (await summaryFor('default/frank')).currencies;
    expect(forStaff).toMatchObject({
      monthToDate: '100',
      unallocated: '-10',
      allocationCoverage: '0.9166',
      allocationCoverageByRows: '0.5',
    });
    const [forAnna] = (await summaryFor('acme/anna')).currencies;
    expect(forAnna.monthToDate).toBe('110');
    expect(forAnna).not.toHaveProperty('unallocated');
    expect(forAnna).not.toHaveProperty('allocationCoverage');
  });
});
