import { TestDatabases } from '@backstage/backend-test-utils';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const RANGE = { from: '2026-09-01', to: '2026-10-01' };

describe('bringing charges in', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
  });

  const sumOf = async (user: string, query: object = {}) => {
    const { body } = await backend
      .as(user)
      .get('/api/costs/query')
      .query({ ...RANGE, ...query })
      .expect(200);
    return body.items;
  };

  it('lays rows to the customers that their labels name, and the rest to nobody', async () => {
    const done = await backend.bringIn(
      focusCsv([
        usage({
          BilledCost: '10.10',
          Tags: '{"tenant":"acme","site":"site_acme_shop"}',
        }),
        usage({ BilledCost: '0.05', Tags: '{"tenant":"birch"}' }),
        usage({ BilledCost: '3', Tags: '{"tenant":"nobody-we-know"}' }),
        usage({ BilledCost: '4', Tags: '' }),
      ]),
    );
    expect(done).toMatchObject({
      state: 'succeeded',
      format: 'FOCUS 1.2',
      accepted: 4,
      rejected: 0,
    });
    expect(await sumOf('default/olga', { groupBy: 'customer' })).toEqual([
      { value: 'acme', amount: '10.10', currency: 'EUR', charges: 1 },
      { value: 'default', amount: '7', currency: 'EUR', charges: 2 },
      { value: 'birch', amount: '0.05', currency: 'EUR', charges: 1 },
    ]);
    expect(await sumOf('acme/anna', { groupBy: 'site' })).toEqual([
      { value: 'site_acme_shop', amount: '10.10', currency: 'EUR', charges: 1 },
    ]);
    expect(await sumOf('birch/bea', { customer: 'acme' })).toEqual([]);
  });

  it('keeps rows apart that cannot be read, with their numbers and reasons', async () => {
    const done = await backend.bringIn(
      focusCsv([
        usage({ BilledCost: '1' }),
        usage({ BilledCost: 'a lot' }),
        usage({ BilledCost: '2', BillingCurrency: '' }),
      ]),
    );
    expect(done).toMatchObject({ accepted: 1, rejected: 2 });
    const { body } = await backend
      .as('default/frank')
      .get(`/api/costs/imports/${done.importId}/rejected-rows`)
      .expect(200);
    expect(body.total).toBe(2);
    expect(
      body.items.map(({ row, reasons }: any) => [
        row,
        reasons[0].column,
        reasons[0].code,
      ]),
    ).toEqual([
      [2, 'BilledCost', 'not-a-number'],
      [3, 'BillingCurrency', 'missing'],
    ]);
    const { text } = await backend
      .as('default/frank')
      .get(`/api/costs/imports/${done.importId}/rejected-rows/download`)
      .expect(200);
    expect(text.split('\r\n')).toHaveLength(4);
  });

  it('replaces what a source had for a month, and says what changed', async () => {
    await backend.bringIn(
      focusCsv([usage({ BilledCost: '10' }), usage({ BilledCost: '5' })]),
    );
    const restated = await backend.bringIn(
      focusCsv([usage({ BilledCost: '12.5' })]),
    );
    expect(restated.periods).toEqual([
      {
        period: '2026-09-01',
        rowsBefore: 2,
        rowsAfter: 1,
        sums: [{ currency: 'EUR', billedBefore: '15', billedAfter: '12.5' }],
        changes: [
          { currency: 'EUR', service: 'Compute', before: '15', after: '12.5' },
        ],
      },
    ]);
    expect(await sumOf('default/olga', { metric: 'billed' })).toEqual([
      { amount: '12.5', currency: 'EUR', charges: 1 },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    const file = focusCsv([usage({ BilledCost: '10' })]);
    const first = await backend.bringIn(file);
    const second = await backend.bringIn(file);
    expect(first.unchanged).toBe(false);
    expect(second).toMatchObject({ unchanged: true, accepted: 1, periods: [] });
    expect(await sumOf('default/olga')).toEqual([
      { amount: '10', currency: 'EUR', charges: 1 },
    ]);
  });

  it('leaves other sources and other months alone', async () => {
    await backend.bringIn(focusCsv([usage({ BilledCost: '10' })]), {
      source: 'azure',
    });
    await backend.bringIn(focusCsv([usage({ BilledCost: '1' }, '2026-08')]));
    await backend.bringIn(focusCsv([usage({ BilledCost: '2' })]));
    const range = {
      from: '2026-08-01',
      to: '2026-10-01',
      granularity: 'month',
    };
    expect(await sumOf('default/olga', range)).toEqual([
      { period: '2026-08-01', amount: '1', currency: 'EUR', charges: 1 },
      { period: '2026-09-01', amount: '12', currency: 'EUR', charges: 2 },
    ]);
  });

  it('never adds currencies to each other', async () => {
    await backend.bringIn(
      focusCsv([
        usage({ BilledCost: '10' }),
        usage({ BilledCost: '7', BillingCurrency: 'USD' }),
      ]),
    );
    expect(await sumOf('default/olga')).toEqual([
      { amount: '10', currency: 'EUR', charges: 1 },
      { amount: '7', currency: 'USD', charges: 1 },
    ]);
  });

  it('says what is wrong with a file that is no export', async () => {
    const done = await backend.bringIn('a,b\n1,2\n');
    expect(done).toMatchObject({
      state: 'failed',
      problem: { code: 'unknown-format' },
    });
  });

  it('shows a customer its charge with every column, and not where it is from', async () => {
    await backend.bringIn(
      focusCsv([
        usage({ BilledCost: '1', Tags: '{"tenant":"acme"}', x_Custom: 'yes' }),
        usage({ BilledCost: '2', Tags: '{"tenant":"birch"}' }),
      ]),
    );
    const anna = backend.as('acme/anna');
    const { body: page } = await anna
      .get('/api/costs/charges')
      .query(RANGE)
      .expect(200);
    expect(page).toMatchObject({
      total: 1,
      sums: [{ amount: '1', currency: 'EUR' }],
      items: [{ customer: 'acme', row: 1, part: 0, billedCost: '1' }],
    });
    const [{ period, source, row, part }] = page.items;
    const path = `/api/costs/charges/${period}/${source}/${row}/${part}`;
    const { body } = await anna.get(path).expect(200);
    expect(body).toMatchObject({
      columns: { BilledCost: '1', ChargeCategory: 'Usage' },
      extension: { x_Custom: 'yes' },
      allocation: { method: 'label' },
    });
    expect(body.fileName).toBeUndefined();
    await backend.as('birch/bea').get(path).expect(404);
    const { body: forStaff } = await backend
      .as('default/sara')
      .get(path)
      .expect(200);
    expect(forStaff).toMatchObject({
      sourceName: 'aws',
      fileName: 'export.csv',
    });
  });

  it('exports what a customer may see as FOCUS, formulas made harmless', async () => {
    await backend.bringIn(
      focusCsv([
        usage({
          BilledCost: '-0.10',
          ChargeCategory: 'Credit',
          Tags: '{"tenant":"acme"}',
          ChargeDescription: '=HYPERLINK("https://bad.example")',
        }),
        usage({ BilledCost: '2', Tags: '{"tenant":"birch"}' }),
      ]),
    );
    for (const version of ['1.2', '1.4']) {
      const { text } = await backend
        .as('acme/anna')
        .get('/api/costs/charges/export')
        .query({ ...RANGE, version })
        .expect(200);
      const [head, ...lines] = text.trim().split('\r\n');
      expect(head.split(',')).toHaveLength(version === '1.2' ? 57 : 65);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('-0.10');
      expect(lines[0]).toContain(`"'=HYPERLINK(""https://bad.example"")"`);
    }
  });

  it('lets only staff see sources and imports', async () => {
    for (const path of ['sources', 'imports', 'periods', 'imports/imp_1']) {
      const { status } = await backend
        .as('acme/anna')
        .get(`/api/costs/${path}`);
      expect([path, status]).toEqual([path, 403]);
    }
  });
});
