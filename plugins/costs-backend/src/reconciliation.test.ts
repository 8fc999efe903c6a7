import { TestDatabases } from '@backstage/backend-test-utils';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

describe('reconciliation with invoices', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;
  let source: string;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
    const { source: sourceId } = await backend.bringIn(
      focusCsv([
        usage({ BilledCost: '100.005', InvoiceId: 'INV-1' }),
        usage({
          BilledCost: '19.0000950',
          InvoiceId: 'INV-1',
          ChargeCategory: 'Tax',
        }),
        usage({
          BilledCost: '-9.00',
          InvoiceId: 'INV-1',
          ChargeCategory: 'Credit',
        }),
        usage({ BilledCost: '7', InvoiceId: 'INV-2', BillingCurrency: 'USD' }),
      ]),
    );
    source = sourceId;
  });

  const list = async () => {
    const { body } = await backend
      .as('default/sara')
      .get('/api/costs/reconciliation')
      .expect(200);
    return body.items;
  };
  const enter = (total: object) =>
    backend
      .as('default/frank')
      .put(`/api/costs/sources/${source}/invoice-totals`)
      .send({
        period: '2026-09-01',
        invoiceId: 'INV-1',
        currency: 'EUR',
        ...total,
      });

  it('adds up every row of an invoice, taxes and credits too, each currency apart', async () => {
    expect(await list()).toEqual([
      expect.objectContaining({
        invoiceId: 'INV-1',
        currency: 'EUR',
        charges: 3,
        charged: '110.005095',
        categories: { Usage: '100.005', Tax: '19.0000950', Credit: '-9.00' },
        state: 'not-entered',
      }),
      expect.objectContaining({
        invoiceId: 'INV-2',
        currency: 'USD',
        charged: '7',
      }),
    ]);
  });

  it('matches to the last digit only', async () => {
    await enter({ total: '110.005095' }).expect(204);
    expect((await list())[0]).toMatchObject({
      state: 'matches',
      difference: '0',
    });
    await enter({ total: '110.00509' }).expect(204);
    expect((await list())[0]).toMatchObject({
      state: 'differs',
      difference: '-0.000005',
    });
    await enter({ total: '110.01', explanation: 'The invoice rounds' }).expect(
      204,
    );
    expect((await list())[0]).toMatchObject({
      state: 'explained',
      explanation: 'The invoice rounds',
      enteredBy: 'user:default/frank',
    });
  });

  it('tells of an invoice that no row is of, until it is taken back', async () => {
    await enter({ invoiceId: 'INV-9', total: '5.00' }).expect(204);
    expect((await list())[2]).toMatchObject({
      invoiceId: 'INV-9',
      state: 'no-charges',
      charged: '0',
      difference: '5',
    });
    const remove = () =>
      backend
        .as('default/frank')
        .delete(`/api/costs/sources/${source}/invoice-totals`)
        .query({ period: '2026-09-01', invoiceId: 'INV-9', currency: 'EUR' });
    await remove().expect(204);
    await remove().expect(404);
    expect(await list()).toHaveLength(2);
  });

  describe('from a list of invoices', () => {
    const send = (content: string) =>
      backend
        .as('default/frank')
        .post(`/api/costs/sources/${source}/invoice-totals/import`)
        .type('application/octet-stream')
        .send(content);

    it('enters what they say, and finds their months by their charges', async () => {
      const invoices = [
        'Invoice ID;Issuer;Currency;Amount',
        'INV-1;AWS;EUR;110.005095',
        'INV-2;AWS;USD;7.5',
      ].join('\r\n');
      const first = await send(invoices).expect(200);
      expect(first.body).toEqual({ entered: 2, unchanged: 0 });
      expect(await list()).toMatchObject([
        { state: 'matches', enteredBy: 'user:default/frank' },
        { state: 'differs', difference: '0.5', period: '2026-09-01' },
      ]);
      const again = await send(invoices).expect(200);
      expect(again.body).toEqual({ entered: 0, unchanged: 2 });
    });

    it('adds up the details of an invoice, as FOCUS 1.4 has them', async () => {
      const details = [
        'InvoiceDetailId,InvoiceId,BillingCurrency,BilledCost,BillingPeriodStart',
        'd1,INV-1,EUR,100.005,2026-09-01T00:00:00Z',
        'd2,INV-1,EUR,19.000095,2026-09-01T00:00:00Z',
        'd3,INV-1,EUR,-9,2026-09-01T00:00:00Z',
        'd4,INV-7,EUR,1.10,2026-08-01T00:00:00Z',
      ].join('\n');
      await send(details).expect(200);
      expect((await list())[0]).toMatchObject({ state: 'matches' });
      expect(await list()).toContainEqual(
        expect.objectContaining({
          invoiceId: 'INV-7',
          period: '2026-08-01',
          state: 'no-charges',
          invoiced: '1.1',
        }),
      );
    });

    it.each([
      ['INV-1,EUR,110\nINV-1,EUR,110', /row 2: invoice 'INV-1' was named/],
      ['INV-1,EUR,"1,204.20"', /row 1: '1,204.20' is not an amount/],
      ['INV-1,euros,1', /row 1: 'EUROS' is not a currency/],
      ['INV-1,EUR,110\nINV-9,EUR,1', /row 2: no charge names invoice 'INV-9'/],
    ])(
      'enters nothing of %j, and says what is wrong',
      async (rows, problem) => {
        const { body } = await send(
          `InvoiceId,BillingCurrency,BilledCost\n${rows}\n`,
        ).expect(400);
        expect(body.error.message).toMatch(problem);
        expect(body.error.message).toMatch(/^Nothing was entered/);
        for (const { state } of await list()) {
          expect(state).toBe('not-entered');
        }
      },
    );

    it('says which columns it needs', async () => {
      const { body } = await send('a,b\n1,2\n').expect(400);
      expect(body.error.message).toContain('InvoiceId, BillingCurrency');
    });
  });

  it('keeps what was entered when the month is restated', async () => {
    await enter({ total: '110.005095' }).expect(204);
    await backend.bringIn(
      focusCsv([usage({ BilledCost: '110.01', InvoiceId: 'INV-1' })]),
    );
    expect(await list()).toEqual([
      expect.objectContaining({
        state: 'differs',
        charged: '110.01',
        difference: '-0.004905',
      }),
    ]);
  });

  it('is nothing for customers', async () => {
    const anna = backend.as('acme/anna');
    const seen = await anna.get('/api/costs/reconciliation');
    const entered = await anna
      .put(`/api/costs/sources/${source}/invoice-totals`)
      .send({ period: '2026-09-01', currency: 'EUR', total: '1' });
    expect([seen.status, entered.status]).toEqual([403, 403]);
  });
});
