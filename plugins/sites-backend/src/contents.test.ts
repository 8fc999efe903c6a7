import { TestDatabases } from '@backstage/backend-test-utils';
import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { orderSite } from './__testUtils__/orderSite';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { ContentsStore } from './database/ContentsStore';
import { SitesStore } from './database/SitesStore';
import { purgeDeletedSites } from './jobs/purgeDeletedSites';

jest.setTimeout(120_000);

async function zip(files: Record<string, string>) {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    archive.addBuffer(Buffer.from(content), name);
  }
  archive.end();
  return buffer(archive.outputStream);
}

describe('uploaded content', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
  });

  const leftOnDisk = () =>
    fs.readdirSync(path.join(portal.dataDirectory, 'uploads'));

  const upload = (
    archive: Buffer | string,
    { customer = 'birch', user = 'birch/bea', type = 'application/zip' } = {},
  ) =>
    portal
      .as(user)
      .post(`/api/sites/customers/${customer}/contents`)
      .set('content-type', type)
      .send(archive);
  const contentIds = (customer = 'birch') =>
    portal.database.transaction(customer, trx =>
      trx('contents').pluck('content_id'),
    );
  const purge = () =>
    purgeDeletedSites({
      audit: portal.audit,
      database: portal.database,
      sites: new SitesStore(),
      contents: new ContentsStore(),
      logger: portal.logger,
    });
  const age = (days: number) =>
    portal.database.acrossTenants('let time pass', async trx => {
      const past = trx.raw(`make_interval(days => ?)`, [days]);
      await trx('contents').update({
        created_at: trx.raw('created_at - ?', [past]),
      });
      await trx('sites').update({
        purge_after: trx.raw('purge_after - ?', [past]),
      });
    });

  it('is kept and shown by the site that was ordered with it', async () => {
    const reply = await upload(
      await zip({ 'index.html': '<h1>Bread</h1>', 'a/b.txt': 'x' }),
    );
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      contentId: expect.stringMatching(/^cnt_/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      files: 2,
      bytes: 15,
    });
    expect(leftOnDisk()).toEqual([]);
    const { contentId } = reply.body;
    const { site } = await orderSite(portal, {
      order: { content: { kind: 'upload', contentId } },
    });
    expect(site.content).toEqual({
      kind: 'upload',
      contentId,
      files: 2,
      bytes: 15,
    });
  });

  it('of another customer cannot be ordered with', async () => {
    const { body } = await upload(await zip({ 'index.html': 'secret' }), {
      customer: 'cedar',
      user: 'cedar/cat',
    });
    const order = (contentId: string) =>
      portal
        .as('birch/bea')
        .post('/api/sites/customers/birch/sites')
        .set('idempotency-key', `key-of-${contentId}`)
        .send({
          name: 'thief',
          cloud: 'local',
          region: 'here',
          size: 'small',
          content: { kind: 'upload', contentId },
        });
    const foreign = await order(body.contentId);
    const unknown = await order('cnt_unknown');
    expect([foreign.status, unknown.status]).toEqual([400, 400]);
    expect(
      foreign.body.error.message.replace(body.contentId, 'cnt_unknown'),
    ).toBe(unknown.body.error.message);
  });

  it('is refused for a customer that is foreign, unknown or deactivated', async () => {
    const archive = await zip({ 'index.html': 'x' });
    const statusFor = async (customer: string, user: string) =>
      (await upload(archive, { customer, user })).status;
    expect(await statusFor('cedar', 'birch/bea')).toBe(404);
    expect(await statusFor('nobody', 'birch/bea')).toBe(404);
    expect(await statusFor('nobody', 'default/olga')).toBe(404);
    expect(await statusFor('default', 'default/olga')).toBe(404);
    expect(await statusFor('dune', 'default/olga')).toBe(409);
  });

  it('is refused with a reason when it is no archive of a site', async () => {
    for (const archive of [
      '',
      'text',
      await zip({ 'home.html': 'x' }),
      (await zip({ 'index.html': 'x' })).subarray(0, 40),
    ]) {
      const reply = await upload(archive);
      expect(reply.status).toBe(400);
      expect(reply.body.error.message).toBeTruthy();
    }
    expect(leftOnDisk()).toEqual([]);
    const other = await upload('{}', { type: 'text/plain' });
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect(other.status).toBeLessThan(500);
  });

  it('is refused by its size with 413', async () => {
    const reply = await upload(Buffer.alloc(20 * 1024 * 1024 + 1));
    expect(reply.status).toBe(413);
    expect(reply.body.error.message).toContain('20 MB');
    expect(leftOnDisk()).toEqual([]);
  });

  it('is forgotten a day after, unless something uses it', async () => {
    const archive = await zip({ 'index.html': 'x' });
    const unused = (await upload(archive)).body.contentId;
    const used = (await upload(archive)).body.contentId;
    const { site } = await orderSite(portal, {
      order: { content: { kind: 'upload', contentId: used } },
    });
    await purge();
    expect(await contentIds()).toEqual(expect.arrayContaining([unused, used]));
    await age(2);
    await purge();
    expect(await contentIds()).toContain(used);
    expect(await contentIds()).not.toContain(unused);

    // A deleted site is forgotten after its 90 days, with all that it had.
    const { body } = await portal
      .as('birch/bea')
      .delete(`/api/sites/customers/birch/sites/${site.siteId}`);
    await portal.end('birch', body.deployment.deploymentId, 'succeeded');
    await age(89);
    await purge();
    const url = `/api/sites/customers/birch/sites/${site.siteId}`;
    expect((await portal.as('birch/bea').get(url)).status).toBe(200);
    await age(2);
    await purge();
    expect((await portal.as('birch/bea').get(url)).status).toBe(404);
    expect(await contentIds()).not.toContain(used);
    const left = await portal.database.transaction('birch', async trx => ({
      deployments: await trx('deployments').where({ site_id: site.siteId }),
      orders: await trx('orders').where({ site_id: site.siteId }),
      steps: await trx('deployment_steps').whereNotIn(
        'deployment_id',
        trx('deployments').select('deployment_id'),
      ),
    }));
    expect(left).toEqual({ deployments: [], orders: [], steps: [] });
  });

  it('that nothing uses is kept for the newest twenty uploads only', async () => {
    const archive = await zip({ 'index.html': 'x' });
    const ids: string[] = [];
    for (let index = 0; index < 22; index++) {
      const options = { customer: 'cedar', user: 'cedar/cat' };
      ids.push((await upload(archive, options)).body.contentId);
    }
    const kept = await contentIds('cedar');
    expect(kept.sort()).toEqual(ids.slice(2).sort());
  });
});
