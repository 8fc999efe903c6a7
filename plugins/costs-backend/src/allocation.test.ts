import { TestDatabases } from '@backstage/backend-test-utils';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const API = '/api/costs/allocation';
const RANGE = { from: '2026-09-01', to: '2026-10-01' };

const toAcme = {
  id: 'databases',
  name: 'Databases of Acme',
  order: 10,
  enabled: true,
  conditions: [{ on: 'serviceName', anyOf: ['Data*'] }],
  effect: { kind: 'direct', set: { tenant: { value: 'acme' } } },
};

const shared = {
  id: 'support',
  name: 'Support, by share',
  order: 20,
  enabled: true,
  conditions: [{ on: 'serviceName', anyOf: ['Support'] }],
  effect: {
    kind: 'shared',
    split: { by: 'weights', weights: { acme: '1', birch: '2' } },
  },
};

const bill = focusCsv([
  usage({ BilledCost: '10', Tags: '{"tenant":"acme"}' }),
  usage({
    BilledCost: '7.3',
    ServiceName: 'Database',
    SubAccountId: '42',
    ResourceName: 'orders-db',
    Tags: '{"team":"data"}',
  }),
  usage({ BilledCost: '1', ServiceName: 'Support' }),
  usage({
    BilledCost: '-0.3',
    ServiceName: 'Credit',
    ChargeCategory: 'Credit',
  }),
]);

describe('allocation rules', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let backend: CostsBackend;
  let dataDirectory: string;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    dataDirectory = createMockDirectory().path;
    backend = await startCostsBackend(knex, { dataDirectory });
  });

  const frank = () => backend.as('default/frank');
  const save = (rules: object[], revision?: string) =>
    frank().put(`${API}/draft`).send({ rules, revision });
  const activate = async (rules: object[]) => {
    const { body: draft } = await save(rules).expect(200);
    const { body } = await frank()
      .post(`${API}/draft/activate`)
      .send({ revision: draft.revision, comment: 'Agreed with Acme' })
      .expect(200);
    return body;
  };
  const costs = async (query: object = { groupBy: 'customer' }) => {
    const { body } = await backend
      .as('default/olga')
      .get('/api/costs/query')
      .query({ ...RANGE, ...query })
      .expect(200);
    return Object.fromEntries(
      body.items.map((item: any) => [
        item.value ?? 'all',
        new Decimal(item.amount).toFixed(),
      ]),
    );
  };
  const sourceOf = async (name = 'aws') => {
    const { body } = await frank().get('/api/costs/sources').expect(200);
    return body.items.find((it: any) => it.name === name).sourceId;
  };
  const reallocate = async (period = '2026-09-01') => {
    const source = await sourceOf();
    const { body } = await frank()
      .post(`${API}/reallocations`)
      .send({ periods: [{ source, period }] })
      .expect(202);
    for (;;) {
      const { body: found } = await frank()
        .get(`/api/costs/imports/${body.items[0].importId}`)
        .expect(200);
      if (['succeeded', 'failed'].includes(found.state)) {
        return found;
      }
      await sleep(50);
    }
  };

  it('are drafted, activated with a reason, and retired by the next version', async () => {
    const first = await activate([toAcme]);
    expect(first).toMatchObject({
      version: 1,
      state: 'active',
      comment: 'Agreed with Acme',
      activatedBy: 'user:default/frank',
    });
    const second = await activate([toAcme, shared]);
    expect(second).toMatchObject({ version: 2, basedOn: 1, ruleCount: 2 });
    const { body } = await backend
      .as('default/sara')
      .get(`${API}/rule-sets`)
      .expect(200);
    expect(
      body.items.map(({ state, version }: any) => [version, state]),
    ).toEqual([
      [2, 'active'],
      [1, 'retired'],
    ]);
    const { body: old } = await frank().get(`${API}/rule-sets/1`).expect(200);
    expect(old.rules).toEqual([toAcme]);
    const audited = await backend.database.transaction('default', trx =>
      trx('outbox').count({ total: '*' }),
    );
    expect(Number(audited[0].total)).toBeGreaterThanOrEqual(4);
  });

  it('refuse a change by somebody who did not see the newest draft', async () => {
    const { body: draft } = await save([toAcme]).expect(200);
    const { body: newer } = await save([shared], draft.revision).expect(200);
    const { body } = await save([toAcme], draft.revision).expect(409);
    expect(body.error.message).toContain('has changed the draft since');
    await save([toAcme]).expect(409);
    await frank()
      .delete(`${API}/draft`)
      .query({ revision: draft.revision })
      .expect(409);
    await frank()
      .delete(`${API}/draft`)
      .query({ revision: newer.revision })
      .expect(204);
    await save([toAcme], newer.revision).expect(409);
  });

  it('say of each rule what is wrong, and where', async () => {
    const { body } = await save([
      toAcme,
      { ...shared, effect: { ...shared.effect, split: { by: 'weights' } } },
      { ...toAcme, conditions: [{ on: 'tag', anyOf: ['a'] }] },
    ]).expect(400);
    expect(body.error.problems).toEqual([
      {
        rule: 'support',
        at: 'rules[1].effect.split.weights',
        message: 'has to be weights by customer',
      },
      expect.objectContaining({
        rule: 'databases',
        at: 'rules[2].conditions[0].tag',
      }),
    ]);
  });

  it('are kept from customers', async () => {
    const anna = backend.as('acme/anna');
    const answers = [
      await anna.put(`${API}/draft`).send({ rules: [] }),
      await anna.get(`${API}/rule-sets`),
      await anna.get(`${API}/rule-sets/1`),
      await anna.get(`${API}/draft/simulation?period=2026-09-01`),
      await anna.get(
        `${API}/unallocated?from=2026-09-01&to=2026-10-01&by=service`,
      ),
      await anna.delete(`${API}/draft?revision=1`),
      await anna
        .post(`${API}/reallocations`)
        .send({ periods: [{ source: 'aws', period: '2026-09-01' }] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });

  it('hold for what is imported from then on, and the import says so', async () => {
    await activate([toAcme]);
    const done = await backend.bringIn(bill);
    expect(done.ruleSetVersion).toBe(1);
    expect(await costs()).toEqual({ acme: '17.3', default: '0.7' });
  });

  it('tell before what they would move, by rule, and change nothing', async () => {
    await backend.bringIn(bill);
    await save([toAcme, shared]).expect(200);
    const { body } = await backend
      .as('default/sara')
      .get(`${API}/draft/simulation`)
      .query({ period: '2026-09-01' })
      .expect(200);
    expect(body.moves).toEqual([
      expect.objectContaining({
        dimension: 'tenant',
        currency: 'EUR',
        from: null,
        to: 'acme',
        ruleId: 'databases',
        cost: '7.3',
      }),
      expect.objectContaining({
        to: 'acme',
        ruleId: 'support',
        cost: '0.3333333333',
      }),
      expect.objectContaining({
        to: 'birch',
        ruleId: 'support',
        cost: '0.6666666667',
      }),
    ]);
    expect(body.customers).toEqual([
      { tenant: 'acme', currency: 'EUR', before: '10', after: '17.6333333333' },
      { tenant: 'birch', currency: 'EUR', before: '0', after: '0.6666666667' },
      { tenant: null, currency: 'EUR', before: '8', after: '-0.3' },
    ]);
    // 10 of 18.6 without signs before, all but the credit of 0.3 after.
    expect(body.coverage).toEqual({
      before: [{ currency: 'EUR', byCost: '0.5376', byRows: '0.25' }],
      after: [{ currency: 'EUR', byCost: '0.9838', byRows: '0.75' }],
    });
    expect(await costs()).toEqual({ acme: '10', default: '8' });
  });

  it('are tried on what is shared now as on whole charges', async () => {
    await activate([shared]);
    await backend.bringIn(bill);
    await save([]).expect(200);
    const { body } = await frank()
      .get(`${API}/draft/simulation`)
      .query({ period: '2026-09-01' })
      .expect(200);
    expect(
      body.moves.map(({ from, to, ruleId, cost }: any) => [
        from,
        to,
        ruleId,
        cost,
      ]),
    ).toEqual([
      ['acme', null, 'support', '0.3333333333'],
      ['birch', null, 'support', '0.6666666667'],
    ]);
    expect(body.coverage.before).toMatchObject([{ byRows: '0.5' }]);
    expect(body.coverage.after).toMatchObject([{ byRows: '0.25' }]);
  });

  it('allocate a month anew, from its file, with the same total to the last digit', async () => {
    await backend.bringIn(bill);
    const total = await costs({ metric: 'billed' });
    await activate([toAcme, shared]);
    const done = await reallocate();
    expect(done).toMatchObject({
      state: 'succeeded',
      reallocates: '2026-09-01',
      ruleSetVersion: 1,
      accepted: 4,
    });
    expect(done.periods).toMatchObject([
      {
        period: '2026-09-01',
        reason: 'Allocated anew by version 1',
        rowsBefore: 4,
        rowsAfter: 5,
      },
    ]);
    expect(await costs()).toEqual({
      acme: '17.6333333333',
      birch: '0.6666666667',
      default: '-0.3',
    });
    expect(await costs({ metric: 'billed' })).toEqual(total);
    expect(total).toEqual({ all: '18' });
    const { body: periods } = await frank()
      .get('/api/costs/periods')
      .expect(200);
    expect(periods.items).toMatchObject([{ ruleSetVersion: 1 }]);
  });

  it('lead each charge to its file after it was allocated anew, twice over', async () => {
    const brought = await backend.bringIn(bill, { fileName: 'bill.csv' });
    await activate([toAcme]);
    await reallocate();
    await activate([shared]);
    const again = await reallocate();
    expect(again).toMatchObject({
      state: 'succeeded',
      fileOf: brought.importId,
    });
    const source = await sourceOf();
    const { body } = await frank()
      .get(`/api/costs/charges/2026-09-01/${source}/2/0`)
      .query({ customer: 'default' })
      .expect(200);
    expect(body).toMatchObject({
      import: brought.importId,
      fileName: 'bill.csv',
      allocation: { method: 'none', reason: 'no-rule' },
    });
  });

  it('allocate one month of a file of several, and leave the others', async () => {
    await backend.bringIn(
      focusCsv([
        usage({ BilledCost: '3', ServiceName: 'Database' }, '2026-08'),
        usage({ BilledCost: '4', ServiceName: 'Database' }),
      ]),
    );
    await activate([toAcme]);
    await reallocate('2026-08-01');
    expect(
      await costs({
        from: '2026-08-01',
        to: '2026-09-01',
        groupBy: 'customer',
      }),
    ).toEqual({ acme: '3' });
    expect(await costs()).toEqual({ default: '4' });
  });

  it('leave a month alone whose file is gone, or that is not there', async () => {
    const { importId } = await backend.bringIn(bill);
    await activate([toAcme]);
    await fs.rm(path.join(dataDirectory, 'imports', importId));
    expect(await reallocate()).toMatchObject({
      state: 'failed',
      problem: { code: 'file-gone' },
    });
    expect(await costs()).toEqual({ acme: '10', default: '8' });
    await frank()
      .post(`${API}/reallocations`)
      .send({ periods: [{ source: await sourceOf(), period: '2020-01-01' }] })
      .expect(404);
  });

  it('refuse to change what a month adds up to', async () => {
    const { importId } = await backend.bringIn(bill);
    await activate([toAcme]);
    const file = path.join(dataDirectory, 'imports', importId);
    const kept = await fs.readFile(file, 'utf8');
    await fs.writeFile(file, kept.replaceAll('7.3', '7.4'));
    expect(await reallocate()).toMatchObject({
      state: 'failed',
      problem: { code: 'figures-differ' },
    });
    expect(await costs()).toEqual({ acme: '10', default: '8' });
  });

  it('find what is nobody’s, the largest first, with its share', async () => {
    await backend.bringIn(bill);
    const ask = async (query: object) => {
      const { body } = await backend
        .as('default/sara')
        .get(`${API}/unallocated`)
        .query({ ...RANGE, ...query })
        .expect(200);
      return body;
    };
    const services = await ask({ by: 'service' });
    expect(services.sums).toEqual([
      { currency: 'EUR', amount: '8.0', charges: 3 },
    ]);
    expect(
      services.items.map(({ value, amount, share }: any) => [
        value,
        amount,
        share,
      ]),
    ).toEqual([
      ['Database', '7.3', '0.8488'],
      ['Support', '1', '0.1162'],
      ['Credit', '-0.3', '0.0348'],
    ]);
    expect((await ask({ by: 'tag_key' })).items).toMatchObject([
      { value: 'team', amount: '7.3' },
      { value: null, amount: '0.7' },
    ]);
    expect((await ask({ by: 'tag', tag: 'team' })).items).toMatchObject([
      { value: 'data', amount: '7.3' },
      { value: null },
    ]);
    expect(
      (await ask({ by: 'resource', filter: 'sub_account_id:42' })).items,
    ).toMatchObject([{ value: 'i-1', label: 'orders-db', share: '1' }]);
    await frank()
      .get(`${API}/unallocated`)
      .query({ ...RANGE, by: 'tag' })
      .expect(400);
  });
});
