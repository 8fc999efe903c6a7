import { TestDatabases } from '@backstage/backend-test-utils';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const RANGE = { from: '2026-09-01', to: '2026-11-01', metric: 'billed' };
const label = (customer: string) => JSON.stringify({ tenant: customer });

describe('mark-ups', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
    await backend.bringIn(
      focusCsv([
        usage({
          BilledCost: '100.01',
          Tags: label('acme'),
          InvoiceId: 'INV-SECRET',
          SubAccountId: 'account-secret',
        }),
        usage({
          BilledCost: '10',
          Tags: label('acme'),
          ServiceCategory: 'Web',
        }),
        usage({
          BilledCost: '19',
          Tags: label('acme'),
          ChargeCategory: 'Tax',
        }),
        usage({ BilledCost: '7', Tags: label('birch') }),
        usage({ BilledCost: '200', Tags: label('acme') }, '2026-10'),
      ]),
    );
  });

  afterEach(() => backend.stop());

  const set = (markup: object) =>
    backend
      .as('default/frank')
      .put('/api/costs/markups')
      .send({ validFrom: '2026-09-01', percent: '10', ...markup });
  const months = async (user: string, query: object = {}) => {
    const { body } = await backend
      .as(user)
      .get('/api/costs/query')
      .query({ ...RANGE, granularity: 'month', ...query })
      .expect(200);
    return body.items.map((item: any) => item.amount);
  };

  it('are added to what a customer sees, month by month, and to nothing the staff see', async () => {
    expect(await months('acme/anna')).toEqual(['129.01', '200']);
    await set({}).expect(200);
    await set({ validFrom: '2026-10-01', percent: '12.5' }).expect(200);
    // 110.01 × 1.1 + 19 of tax, which is passed on as it is; 200 × 1.125.
    expect(await months('acme/anna')).toEqual(['140.011', '225']);
    expect(await months('birch/bea')).toEqual(['7.7']);
    expect(await months('default/frank', { customer: 'acme' })).toEqual([
      '129.01',
      '200',
    ]);
  });

  it("prefer the customer's own, and one for a service to one for all", async () => {
    await set({ percent: '50' }).expect(200);
    await set({ customer: 'acme', percent: '-5' }).expect(200);
    await set({
      customer: 'acme',
      serviceCategory: 'Web',
      percent: '100',
    }).expect(200);
    // 100.01 × 0.95 + 10 × 2 + 19; 200 × 0.95.
    expect(await months('acme/anna')).toEqual(['134.0095', '190']);
    expect(await months('birch/bea')).toEqual(['10.5']);
  });

  it('add up the same by day, by resource, and row by row', async () => {
    await set({ percent: '12.3456' }).expect(200);
    const sum = async (query: object) => {
      return months('acme/anna', query);
    };
    expect(await sum({ granularity: 'total' })).toEqual(
      await sum({ granularity: 'total', groupBy: 'resource_id' }),
    );
    const { body } = await backend
      .as('acme/anna')
      .get('/api/costs/charges')
      .query(RANGE)
      .expect(200);
    // 100.01 × 1.123456, 10 × 1.123456, 19, 200 × 1.123456.
    expect(body.items.map((item: any) => item.billedCost)).toEqual([
      '224.6912',
      '112.35683456',
      '19',
      '11.23456',
    ]);
    expect(body.sums).toEqual([{ amount: '367.28259456', currency: 'EUR' }]);
    expect(await sum({ granularity: 'total' })).toEqual(['367.28259456']);
  });

  it('hide what the business pays, to whom and under which accounts', async () => {
    await set({}).expect(200);
    const anna = backend.as('acme/anna');
    const { body: page } = await anna
      .get('/api/costs/charges')
      .query(RANGE)
      .expect(200);
    const charge = page.items.find(
      (item: any) => item.billedCost === '110.011',
    );
    const { period, source, row, part } = charge;
    const { body: detail } = await anna
      .get(`/api/costs/charges/${period}/${source}/${row}/${part}`)
      .expect(200);
    expect(detail.columns).toMatchObject({
      BilledCost: '110.011',
      EffectiveCost: '110.011',
      ServiceName: 'Compute',
    });
    const { text: file } = await anna
      .get('/api/costs/charges/export')
      .query({ from: RANGE.from, to: RANGE.to })
      .expect(200);
    for (const shown of [JSON.stringify({ page, detail }), file]) {
      expect(shown).toContain('110.011');
      expect(shown).not.toMatch(/100\.01|secret|1234/i);
    }
    expect(page.prices).toBe('sale');
    const nothing = async (query: object) => {
      const { body } = await anna
        .get('/api/costs/query')
        .query({ ...RANGE, ...query })
        .expect(200);
      return body.items.map((item: any) => [item.value, item.unknown]);
    };
    // Five charges of which one currency is one row: no list cost is known.
    expect(await nothing({ metric: 'list' })).toEqual([[undefined, 4]]);
    expect(await nothing({ groupBy: 'sub_account_id' })).toEqual([
      [null, undefined],
    ]);
    expect(await nothing({ groupBy: 'invoice_id' })).toEqual([
      [null, undefined],
    ]);
    expect(await nothing({ filter: 'invoice_id:INV-SECRET' })).toEqual([]);
    const { body: summary } = await anna.get('/api/costs/summary').expect(200);
    expect(summary.prices).toBe('sale');
  });

  const NOW = 'from=2026-09-01&to=2026-10-01&metric=billed';
  const COMPARED = `${NOW}&comparedFrom=2026-08-01&comparedTo=2026-09-01`;

  it.each([
    // 100.01 × 1.1, with 10 × 1.1 of another service and 19 of tax where they are in it.
    [`comparison?${COMPARED}&groupBy=service_name`, '140.011'],
    [`changes?${COMPARED}`, '140.011'],
    [`resources?${COMPARED}`, '140.011'],
    [`report?${NOW}&groupBy=resource_id&format=csv`, '140.011'],
    [`report?${NOW}&groupBy=site&content=trend&format=csv`, '129.011'],
    ['tag-compliance?from=2026-09-01&to=2026-10-01', 'items'],
    ['tag-fixes?period=2026-09-01', 'items'],
  ])('are in what a customer sees in %s', async (asked, shown) => {
    await set({}).expect(200);
    const { text } = await backend
      .as('acme/anna')
      .get(`/api/costs/${asked}`)
      .expect(200);
    expect(text).toContain(shown);
    expect(text).not.toMatch(/1[01]0\.01\b|secret|"1234"/i);
  });

  it('are listed, replaced and taken back by finance, and no business of customers', async () => {
    const { body: first } = await set({ customer: 'acme' }).expect(200);
    const { body: again } = await set({
      customer: 'acme',
      percent: '11.50',
    }).expect(200);
    expect(again).toEqual({
      ...first,
      percent: '11.5',
      setAt: expect.any(String),
    });
    const list = (user: string) => backend.as(user).get('/api/costs/markups');
    expect((await list('default/frank').expect(200)).body.items).toEqual([
      again,
    ]);
    const remove = (user: string) =>
      backend.as(user).delete(`/api/costs/markups/${first.markupId}`);
    await list('acme/anna').expect(403);
    await remove('acme/anna').expect(403);
    await remove('default/frank').expect(204);
    await remove('default/frank').expect(404);
    expect(await months('acme/anna')).toEqual(['129.01', '200']);
  });

  it.each([
    ['a day within a month', { validFrom: '2026-09-02' }],
    ['a month that is none', { validFrom: '2026-13-01' }],
    ['a customer that is none', { customer: 'nobody' }],
    ['a service that FOCUS has not', { serviceCategory: 'Compote' }],
    ['a percentage that takes more than all', { percent: '-100' }],
    ['a percentage that is no number', { percent: 'ten' }],
  ])('refuse %s', async (_, wrong) => {
    const { status } = await set(wrong);
    expect(status).toBe(400);
  });
});
