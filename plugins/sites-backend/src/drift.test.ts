import { TestDatabases } from '@backstage/backend-test-utils';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { orderSite } from './__testUtils__/orderSite';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';

jest.setTimeout(120_000);

describe('the drift of a site', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
  });

  const urlOf = (siteId: string, customer = 'birch') =>
    `/api/sites/customers/${customer}/sites/${siteId}`;
  const set = (siteId: string, values: object, customer = 'birch') =>
    portal.database.transaction(customer, (trx: TenantTransaction) =>
      trx('sites').where({ site_id: siteId }).update(values),
    );
  /** A live site where sites can drift. */
  const order = async (customer = 'birch') => {
    const { site } = await orderSite(portal, { customer });
    await set(site.siteId, { cloud: 'aws' }, customer);
    return site;
  };

  it('is not spoken of where nothing can drift', async () => {
    const { site } = await orderSite(portal);
    const url = urlOf(site.siteId);
    expect((await portal.as('birch/bea').get(url)).body).not.toHaveProperty(
      'drift',
    );
    const asked = await portal.as('birch/bea').post(`${url}/drift-checks`);
    expect(asked.status).toBe(409);
    expect(asked.body.error.message).toContain('nothing drifts');
  });

  it('is checked on request, as one of the customer’s deployments of the hour', async () => {
    const { siteId } = await order('cedar');
    const url = urlOf(siteId, 'cedar');
    const usage = async () => {
      const { body } = await portal
        .as('cedar/cat')
        .get('/api/sites/customers/cedar/usage');
      return body.deployments.used;
    };
    const before = await usage();
    const asked = await portal.as('cedar/cat').post(`${url}/drift-checks`);
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({
      checkId: expect.stringMatching(/^dep_/),
      state: 'queued',
      requestedBy: 'user:cedar/cat',
    });
    expect(await usage()).toBe(before + 1);
    const again = await portal.as('cedar/cat').post(`${url}/drift-checks`);
    expect(again.status).toBe(409);
    const listed = await portal.as('cedar/cat').get(`${url}/drift-checks`);
    expect(listed.body).toMatchObject({
      total: 1,
      items: [{ checkId: asked.body.checkId }],
    });
    expect(portal.sent).toContain(`cedar/${asked.body.checkId}`);
  });

  it('shows in lists, and is found by a filter', async () => {
    const { siteId } = await order();
    await set(siteId, {
      drift_checked_at: new Date(),
      drift_found_at: new Date(),
      drift_check_id: 'dep_check',
    });
    const list = async (query: string) => {
      const { body } = await portal
        .as('birch/bea')
        .get(`/api/sites/sites?limit=100&${query}`);
      return body.items.map((site: { siteId: string }) => site.siteId);
    };
    expect(await list('drifted=true')).toEqual([siteId]);
    expect(await list('drifted=false')).not.toContain(siteId);
    expect(await list('')).toContain(siteId);
    const { body } = await portal.as('birch/bea').get(urlOf(siteId));
    expect(body.drift).toEqual({
      checkedAt: expect.any(String),
      foundAt: expect.any(String),
      checkId: 'dep_check',
    });
  });

  it('is neither undone nor accepted while none is known', async () => {
    const { siteId } = await order();
    const planHash = 'a'.repeat(64);
    for (const [path, body] of [
      ['reconcile', undefined],
      ['accept', { planHash }],
    ] as const) {
      const { status, body: answer } = await portal
        .as('default/olga')
        .post(`${urlOf(siteId)}/drift/${path}`)
        .send(body);
      expect(status).toBe(409);
      expect(answer.error.message).toContain('No drift of');
    }
  });

  it('of another customer answers as that of an unknown site does', async () => {
    const { siteId } = await order();
    const unknown = siteId.replace(/[0-9a-f]{8}$/, '00000000');
    const answers = async (id: string, customer: string) => {
      const url = urlOf(id, customer);
      const cat = portal.as('cedar/cat');
      const replies = [
        await cat.get(`${url}/drift-checks`),
        await cat.post(`${url}/drift-checks`),
        await cat.post(`${url}/drift/reconcile`),
        await cat.post(`${url}/drift/accept`).send({ planHash: 'x' }),
      ];
      return replies.map(({ status, body }) => [
        status,
        body.error.message.replaceAll(id, 'ID'),
      ]);
    };
    for (const customer of ['birch', 'cedar']) {
      const foreign = await answers(siteId, customer);
      expect(foreign).toEqual(await answers(unknown, customer));
      expect(foreign.every(([status]) => status >= 403)).toBe(true);
    }
  });

  it('leaves a site free to be changed while a check of it waits', async () => {
    const { siteId } = await order();
    const url = urlOf(siteId);
    await portal.as('birch/bea').post(`${url}/drift-checks`);
    const deleted = await portal.as('birch/bea').delete(url);
    expect(deleted.status).toBe(202);
    expect((await portal.as('birch/bea').get(url)).body).toMatchObject({
      state: 'deleting',
      lastDeployment: { kind: 'destroy' },
    });
  });

  it('that was asked about is on the record', async () => {
    const { siteId } = await order();
    const { body } = await portal
      .as('birch/bea')
      .post(`${urlOf(siteId)}/drift-checks`);
    expect(await portal.recorded()).toContainEqual(
      expect.objectContaining({
        action: 'checkDrift',
        object: expect.objectContaining({ kind: 'site', id: siteId }),
        after: { deployment: body.checkId },
      }),
    );
  });
});
