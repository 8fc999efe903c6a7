import { TestDatabases } from '@backstage/backend-test-utils';
import { Decimal } from 'decimal.js';
import { focusCsv, usage, type FocusRow } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const SPANS = {
  from: '2026-09-01',
  to: '2026-10-01',
  comparedFrom: '2026-08-01',
  comparedTo: '2026-09-01',
};

const ofAcme = (values: FocusRow, month: string) =>
  usage({ Tags: '{"tenant":"acme"}', SkuId: 'sku-1', ...values }, month);
const now = (values: FocusRow) => ofAcme(values, '2026-09');
const before = (values: FocusRow) => ofAcme(values, '2026-08');

/** Exact, so that a digit lost on the way is seen. */
const addUp = (amounts: string[]) =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed();

describe('comparing spans of days', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
  });

  const bringIn = (...rows: FocusRow[]) => backend.bringIn(focusCsv(rows));

  const ask = async (user: string, path: string, query: object = {}) => {
    const { body } = await backend
      .as(user)
      .get(`/api/costs/${path}`)
      .query({ ...SPANS, ...query })
      .expect(200);
    return body;
  };

  it('tells the sums of both spans and their difference, also of what is new and what is gone', async () => {
    await bringIn(
      now({ BilledCost: '30', ServiceName: 'Compute' }),
      now({ BilledCost: '4', ServiceName: 'Mail' }),
      now({ BilledCost: '1.5', BillingCurrency: 'USD', ServiceName: 'Mail' }),
      before({ BilledCost: '20', ServiceName: 'Compute' }),
      before({ BilledCost: '7', ServiceName: 'Storage' }),
    );
    const { items } = await ask('acme/anna', 'comparison', {
      groupBy: 'service_name',
    });
    const sum = (
      value: string,
      [amount, was, difference]: string[],
      change: string | null,
      [charges, chargesBefore]: number[],
      currency = 'EUR',
    ) => ({
      value,
      currency,
      amount,
      before: was,
      difference,
      change,
      charges,
      chargesBefore,
    });
    expect(items).toEqual([
      sum('Compute', ['30', '20', '10'], '0.500000', [1, 1]),
      sum('Mail', ['4', '0', '4'], null, [1, 0]),
      sum('Storage', ['0', '7', '-7'], '-1.000000', [0, 1]),
      sum('Mail', ['1.5', '0', '1.5'], null, [1, 0], 'USD'),
    ]);
  });

  it('is one sum of everything, with the rest as one, and the same in charges as in rollups', async () => {
    await bringIn(
      now({ BilledCost: '0.1', ServiceName: 'A', ResourceId: 'a' }),
      now({ BilledCost: '0.2', ServiceName: 'B', ResourceId: 'b' }),
      before({ BilledCost: '9', ServiceName: 'C', ResourceId: 'c' }),
    );
    for (const groupBy of ['service_name', 'resource_id']) {
      const { items } = await ask('acme/anna', 'comparison', {
        groupBy,
        top: 1,
      });
      expect(items).toEqual([
        expect.objectContaining({ amount: '0', before: '9' }),
        expect.objectContaining({
          isRest: true,
          amount: '0.3',
          difference: '0.3',
        }),
      ]);
    }
    const { items } = await ask('acme/anna', 'comparison');
    expect(items).toEqual([
      expect.objectContaining({ amount: '0.3', difference: '-8.7' }),
    ]);
  });

  it('explains a change by service, by resource and by reason, to the last digit', async () => {
    await bringIn(
      // Twice the hours at the same price.
      before({ BilledCost: '10', PricingQuantity: '10', ResourceId: 'more' }),
      now({ BilledCost: '20', PricingQuantity: '20', ResourceId: 'more' }),
      // As many hours, each dearer by a third.
      before({ BilledCost: '9', PricingQuantity: '3', ResourceId: 'dearer' }),
      now({ BilledCost: '12', PricingQuantity: '3', ResourceId: 'dearer' }),
      // More of them, and dearer: three hours at 1/3 were 1, seven at 1 are 7.
      before({
        ServiceName: 'Storage',
        BilledCost: '1',
        PricingQuantity: '3',
        ResourceId: 'both',
      }),
      now({
        ServiceName: 'Storage',
        BilledCost: '7',
        PricingQuantity: '7',
        ResourceId: 'both',
      }),
      now({ BilledCost: '100.000000001', ResourceId: 'born' }),
      before({ BilledCost: '50', ResourceId: 'dead' }),
      now({
        ServiceName: 'Compute',
        BilledCost: '-15',
        ChargeCategory: 'Credit',
        ResourceId: '',
      }),
    );
    const { currencies } = await ask('acme/anna', 'changes');
    const [euros] = currencies;
    expect(euros).toMatchObject({
      currency: 'EUR',
      amount: '124.000000001',
      before: '70',
      difference: '54.000000001',
      rest: '0',
    });
    const [compute, storage] = euros.services;
    expect(compute).toMatchObject({
      service: 'Compute',
      difference: '48.000000001',
      reasons: [
        { reason: 'new', difference: '100.000000001' },
        { reason: 'gone', difference: '-50' },
        { reason: 'credit', difference: '-15' },
        { reason: 'usage', difference: '10' },
        { reason: 'price', difference: '3' },
      ],
      // Of the resources that are not named: ten hours more and the price.
      rest: '13',
    });
    expect(compute.resources.map(({ resourceId }: any) => resourceId)).toEqual([
      'born',
      'dead',
      null,
    ]);
    expect(storage).toMatchObject({
      service: 'Storage',
      reasons: [
        { reason: 'price', difference: '4.6666666667' },
        { reason: 'usage', difference: '1.3333333333' },
      ],
    });
    for (const service of euros.services) {
      expect(
        addUp([
          service.rest,
          ...service.resources.map((it: any) => it.difference),
        ]),
      ).toBe(service.difference);
      expect(addUp(service.reasons.map((it: any) => it.difference))).toBe(
        service.difference,
      );
    }
  });

  it('adds the services it does not name to the whole change', async () => {
    const services = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    await bringIn(
      ...services.map((ServiceName, place) =>
        now({ ServiceName, BilledCost: `${10 - place}.01` }),
      ),
    );
    const { currencies } = await ask('acme/anna', 'changes');
    expect(currencies[0].services).toHaveLength(5);
    expect(currencies[0].rest).toBe('9.02');
    expect(
      addUp([
        currencies[0].rest,
        ...currencies[0].services.map((it: any) => it.difference),
      ]),
    ).toBe(currencies[0].difference);
  });

  it('does not guess where a quantity is unknown', async () => {
    await bringIn(
      before({ BilledCost: '1', PricingQuantity: '' }),
      now({ BilledCost: '3', PricingQuantity: '9' }),
    );
    const { currencies } = await ask('acme/anna', 'changes');
    expect(currencies[0].services[0].reasons).toEqual([
      { reason: 'other', difference: '2' },
    ]);
  });

  it('lists the dearest resources with what they were before', async () => {
    await bringIn(
      now({ BilledCost: '5', ResourceId: 'i-1', ResourceName: 'web' }),
      before({ BilledCost: '4', ResourceId: 'i-1' }),
      now({ BilledCost: '9', ResourceId: 'i-2', ResourceType: 'Server' }),
      now({ BilledCost: '1', ResourceId: 'i-3' }),
      now({ BilledCost: '99', ResourceId: '' }),
    );
    const { items } = await ask('acme/anna', 'resources', { top: 2 });
    expect(items).toEqual([
      expect.objectContaining({
        customer: 'acme',
        resourceId: 'i-2',
        type: 'Server',
        amount: '9',
        before: '0',
        change: null,
      }),
      expect.objectContaining({
        resourceId: 'i-1',
        name: 'web',
        amount: '5',
        difference: '1',
        change: '0.250000',
      }),
    ]);
  });

  it.each(['comparison', 'changes', 'resources'])(
    'shows nothing of others: %s',
    async path => {
      await bringIn(now({ BilledCost: '5' }), before({ BilledCost: '4' }));
      const none = { [path === 'changes' ? 'currencies' : 'items']: [] };
      expect(await ask('birch/bea', path)).toMatchObject(none);
      expect(await ask('birch/bea', path, { customer: 'acme' })).toMatchObject(
        none,
      );
      expect(
        await ask('default/frank', path, { customer: 'acme' }),
      ).not.toMatchObject(none);
    },
  );

  it('names the range that makes no sense', async () => {
    const { body } = await backend
      .as('acme/anna')
      .get('/api/costs/changes')
      .query({ ...SPANS, comparedTo: '2026-07-01' })
      .expect(400);
    expect(body.error.message).toContain('ends before it begins');
  });
});
