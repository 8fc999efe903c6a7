import { TestDatabases } from '@backstage/backend-test-utils';
import { orderSite } from './__testUtils__/orderSite';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';

jest.setTimeout(120_000);

describe('a site', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
  });

  const urlOf = (siteId: string, customer = 'birch') =>
    `/api/sites/customers/${customer}/sites/${siteId}`;
  const deploymentUrl = (deploymentId: string) =>
    `/api/sites/customers/birch/deployments/${deploymentId}`;
  const get = async (siteId: string) =>
    (await portal.as('birch/bea').get(urlOf(siteId))).body;
  const order = async (options: Parameters<typeof orderSite>[1] = {}) =>
    (await orderSite(portal, options)).site;

  it('is live at its address once its deployment succeeded', async () => {
    const { siteId, name } = await order();
    expect(await get(siteId)).toMatchObject({
      state: 'live',
      url: `http://${name}.birch.localhost:7007`,
      lastDeployment: { state: 'succeeded', finishedAt: expect.any(String) },
    });
    expect(await get(siteId)).not.toHaveProperty('activeDeploymentId');
  });

  it('is failed when its first deployment failed, and live after a retry', async () => {
    const placed = await orderSite(portal, { outcome: 'failed' });
    const { siteId } = placed.site;
    expect((await get(siteId)).state).toBe('failed');
    const url = deploymentUrl(placed.deployment.deploymentId);
    const retried = await portal.as('birch/bea').post(`${url}/retry`);
    expect(retried.status).toBe(202);
    expect(retried.body).toMatchObject({
      state: 'queued',
      retryOf: placed.deployment.deploymentId,
      price: placed.deployment.price,
    });
    await portal.end('birch', retried.body.deploymentId, 'succeeded');
    expect((await get(siteId)).state).toBe('live');
  });

  it('is changed by a new deployment, and is what it was until that succeeded', async () => {
    const { siteId } = await order({ customer: 'cedar' });
    const reply = await portal
      .as('cedar/cat')
      .patch(urlOf(siteId, 'cedar'))
      .send({ title: 'New', size: 'large' });
    expect(reply.status).toBe(202);
    expect(reply.body).toMatchObject({
      site: { size: 'small', monthlyPrice: { amount: '5.00' } },
      deployment: {
        kind: 'apply',
        price: { amount: '24.90', currency: 'EUR', priceVersion: '2026-11' },
      },
    });
    const { deploymentId } = reply.body.deployment;
    await portal.end('cedar', deploymentId, 'succeeded');
    const after = await portal.as('cedar/cat').get(urlOf(siteId, 'cedar'));
    expect(after.body).toMatchObject({
      title: 'New',
      size: 'large',
      monthlyPrice: { amount: '24.90', currency: 'EUR' },
    });
  });

  it('stays live when a change of it failed', async () => {
    const { siteId } = await order();
    const { body } = await portal
      .as('birch/bea')
      .patch(urlOf(siteId))
      .send({ title: 'Worse' });
    await portal.end('birch', body.deployment.deploymentId, 'failed');
    expect(await get(siteId)).toMatchObject({
      state: 'live',
      lastDeployment: { state: 'failed' },
    });
  });

  it('takes one deployment at a time, whoever asks how often', async () => {
    const { siteId } = await order();
    const replies = await Promise.all([
      ...Array.from({ length: 4 }, (_, i) =>
        portal
          .as('birch/bea')
          .patch(urlOf(siteId))
          .send({ title: `T${i}` }),
      ),
      ...Array.from({ length: 4 }, () =>
        portal.as('default/olga').delete(urlOf(siteId)),
      ),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([
      202,
      ...Array(7).fill(409),
    ]);
  });

  it('survives deletes and retries that meet', async () => {
    for (let round = 0; round < 5; round++) {
      const { site, deployment } = await orderSite(portal, {
        outcome: 'failed',
      });
      const retry = `${deploymentUrl(deployment.deploymentId)}/retry`;
      const replies = await Promise.all([
        portal.as('birch/bea').post(retry),
        portal.as('birch/bea').delete(urlOf(site.siteId)),
        portal.as('birch/bea').post(retry),
        portal.as('birch/bea').delete(urlOf(site.siteId)),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([
        202, 409, 409, 409,
      ]);
    }
  });

  it('is kept as deleted with its history, and its name is free again', async () => {
    const { siteId, name } = await order();
    const reply = await portal.as('birch/bea').delete(urlOf(siteId));
    expect(reply.status).toBe(202);
    expect(reply.body).toMatchObject({
      site: { state: 'deleting' },
      deployment: { kind: 'destroy', price: { amount: '0.00' } },
    });
    const again = await portal.as('birch/bea').delete(urlOf(siteId));
    expect(again.status).toBe(409);
    await portal.end('birch', reply.body.deployment.deploymentId, 'succeeded');

    const deleted = await get(siteId);
    expect(deleted).toMatchObject({ state: 'deleted', name });
    expect(deleted).not.toHaveProperty('url');
    const kept = Date.parse(deleted.purgeAfter) - Date.parse(deleted.deletedAt);
    expect(kept).toBe(90 * 24 * 3600 * 1000);
    const history = await portal
      .as('birch/bea')
      .get(`/api/sites/deployments?site=${siteId}`);
    expect(history.body.total).toBe(2);
    for (const change of [
      portal.as('birch/bea').patch(urlOf(siteId)).send({ title: 'x' }),
      portal.as('birch/bea').delete(urlOf(siteId)),
      portal
        .as('birch/bea')
        .post(`${urlOf(siteId)}/suspend`)
        .send({ reason: 'x' }),
    ]) {
      expect((await change).status).toBe(409);
    }
    await order({ order: { name } });
  });

  it('is live again when its destroy failed before it began', async () => {
    const { siteId } = await order();
    const { body } = await portal.as('birch/bea').delete(urlOf(siteId));
    await portal.end('birch', body.deployment.deploymentId, 'failed');
    expect((await get(siteId)).state).toBe('live');

    const retry = `${deploymentUrl(body.deployment.deploymentId)}/retry`;
    await portal.as('birch/bea').post(retry).expect(202);
    expect((await get(siteId)).state).toBe('deleting');
  });

  it('is suspended and resumed at once, with a reason', async () => {
    const { siteId } = await order();
    const url = urlOf(siteId);
    const staff = portal.as('default/olga');
    const suspended = await staff
      .post(`${url}/suspend`)
      .send({ reason: 'Not paid for' });
    expect(suspended.status).toBe(200);
    expect(suspended.body).toMatchObject({
      state: 'suspended',
      suspendedReason: 'Not paid for',
    });
    const twice = await staff.post(`${url}/suspend`).send({ reason: 'x' });
    expect(twice.status).toBe(409);

    // A change reaches a suspended site, which stays suspended.
    const { body } = await staff.patch(url).send({ title: 'Meanwhile' });
    await portal.end('birch', body.deployment.deploymentId, 'succeeded');
    expect(await get(siteId)).toMatchObject({
      state: 'suspended',
      title: 'Meanwhile',
    });

    const resumed = await staff.post(`${url}/resume`);
    expect(resumed.body.state).toBe('live');
    expect(resumed.body).not.toHaveProperty('suspendedReason');
    expect((await staff.post(`${url}/resume`)).status).toBe(409);
  });

  it('is resumed by members only when members suspended it', async () => {
    const { siteId } = await order();
    const url = urlOf(siteId);
    const [bea, staff] = [portal.as('birch/bea'), portal.as('default/olga')];
    await bea.post(`${url}/suspend`).send({ reason: 'Holiday' }).expect(200);
    await bea.post(`${url}/resume`).expect(200);

    await staff.post(`${url}/suspend`).send({ reason: 'Unpaid' }).expect(200);
    const refused = await bea.post(`${url}/resume`);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('hosting provider');
    expect((await get(siteId)).state).toBe('suspended');
    await staff.post(`${url}/resume`).expect(200);
  });

  it('can be deleted while it is suspended', async () => {
    const { siteId } = await order();
    const staff = portal.as('default/olga');
    await staff.post(`${urlOf(siteId)}/suspend`).send({ reason: 'x' });
    const reply = await staff.delete(urlOf(siteId));
    expect(reply.body.site.state).toBe('deleting');
    await portal.end('birch', reply.body.deployment.deploymentId, 'failed');
    expect((await get(siteId)).state).toBe('suspended');
  });

  it('cannot be suspended before it is live', async () => {
    const { siteId } = await order({ outcome: 'queued' });
    const reply = await portal
      .as('default/olga')
      .post(`${urlOf(siteId)}/suspend`)
      .send({ reason: 'x' });
    expect(reply.status).toBe(409);
  });

  it('is cancelled out of the queue', async () => {
    const { site, deployment } = await orderSite(portal, {
      outcome: 'queued',
    });
    const url = deploymentUrl(deployment.deploymentId);
    const reply = await portal.as('birch/bea').post(`${url}/cancel`);
    expect(reply.status).toBe(202);
    expect(reply.body.state).toBe('cancelled');
    expect((await get(site.siteId)).state).toBe('failed');
    expect((await portal.as('birch/bea').post(`${url}/cancel`)).status).toBe(
      409,
    );
  });

  it.each([
    [{}],
    [{ title: '' }],
    [{ size: 'huge' }],
    [{ size: 1 }],
    [{ name: 'other' }],
    [{ state: 'live' }],
    [{ content: { kind: 'upload', contentId: 'cnt_unknown' } }],
  ])('refuses a wrong update with 400: %j', async update => {
    const { siteId } = await order();
    const reply = await portal
      .as('birch/bea')
      .patch(urlOf(siteId))
      .send(update);
    expect(reply.status).toBe(400);
    expect(await get(siteId)).not.toHaveProperty('activeDeploymentId');
  });

  it('has everything people do to it on the record', async () => {
    const { siteId, name } = await order();
    const staff = portal.as('default/olga');
    await staff.post(`${urlOf(siteId)}/suspend`).send({ reason: 'unpaid' });
    await staff.post(`${urlOf(siteId)}/resume`);
    const { body } = await portal
      .as('birch/bea')
      .patch(urlOf(siteId))
      .send({ title: 'New' });
    const { deploymentId } = body.deployment;
    await portal.as('birch/bea').post(`${deploymentUrl(deploymentId)}/cancel`);
    await portal.as('birch/bea').delete(urlOf(siteId));
    const events = (await portal.recorded()).filter(
      ({ object }) => object.id === siteId,
    );
    expect(events).toMatchObject([
      { action: 'orderSite', object: { kind: 'site', name } },
      {
        action: 'suspendSite',
        reason: 'unpaid',
        before: { state: 'live' },
        after: { state: 'suspended' },
      },
      { action: 'resumeSite', before: { state: 'suspended' } },
      {
        action: 'updateSite',
        before: { title: name },
        after: { title: 'New', deployment: deploymentId },
      },
      {
        action: 'cancelDeployment',
        before: { state: 'queued' },
        after: { state: 'cancelled', deployment: deploymentId },
      },
      { action: 'deleteSite', before: { name, title: name } },
    ]);
  });

  it('of another customer answers as one that does not exist', async () => {
    const { site, deployment } = await orderSite(portal, {
      customer: 'cedar',
      outcome: 'queued',
    });
    const calls = (customer: string, siteId: string, id: string) => {
      const me = () => portal.as('birch/bea');
      const sites = `/api/sites/customers/${customer}/sites/${siteId}`;
      const its = `/api/sites/customers/${customer}/deployments/${id}`;
      return [
        me().get(sites),
        me().patch(sites).send({ title: 'Mine' }),
        me().delete(sites),
        me().post(`${sites}/suspend`).send({ reason: 'x' }),
        me().post(`${sites}/resume`),
        me().get(its),
        me().post(`${its}/approve`).send({ planHash: 'x' }),
        me().post(`${its}/reject`).send({ reason: 'x' }),
        me().post(`${its}/cancel`),
        me().post(`${its}/retry`),
        me().get(`/api/sites/deployments?site=${siteId}`),
        me().get(`/api/sites/sites?customer=${customer}`),
      ];
    };
    const { siteId } = site;
    const { deploymentId } = deployment;
    const shape = ({ status, body }: any) => [
      status,
      JSON.stringify(body.error ?? body)
        .replaceAll(siteId, 'site_unknown')
        .replaceAll(deploymentId, 'dep_unknown')
        .replaceAll('cedar', 'nobody'),
    ];
    const answers = async (...of: Parameters<typeof calls>) =>
      (await Promise.all(calls(...of))).map(shape);

    expect(await answers('cedar', siteId, deploymentId)).toEqual(
      await answers('nobody', 'site_unknown', 'dep_unknown'),
    );
    // The same ids as if they were one's own; the list is one's own then.
    const ownList = -1;
    expect(
      (await answers('birch', siteId, deploymentId)).slice(0, ownList),
    ).toEqual(
      (await answers('birch', 'site_unknown', 'dep_unknown')).slice(0, ownList),
    );
    const untouched = await portal.as('cedar/cat').get(urlOf(siteId, 'cedar'));
    expect(untouched.body.state).toBe('ordered');
  });

  it.each(['%00', '%20', "x' or '1'='1", '..%2f..%2fx', 'x'.repeat(100)])(
    'with a malformed id is a clear 4xx: %s',
    async id => {
      for (const url of [
        `/api/sites/customers/birch/sites/${id}`,
        `/api/sites/customers/birch/deployments/${id}`,
        `/api/sites/customers/${id}/sites/site_x`,
      ]) {
        const reply = await portal.as('default/olga').get(url);
        expect([400, 404]).toContain(reply.status);
      }
    },
  );
});
