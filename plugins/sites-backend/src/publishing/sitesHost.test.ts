import { TestDatabases } from '@backstage/backend-test-utils';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../domain/Deployment';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { parseSiteHost } from './siteHost';

jest.setTimeout(60_000);

describe('parseSiteHost', () => {
  it.each([
    ['shop.acme.localhost', { name: 'shop', tenant: 'acme' }],
    ['SHOP.acme.localhost:7007', { name: 'shop', tenant: 'acme' }],
    ['shop.acme.localhost.:7007', { name: 'shop', tenant: 'acme' }],
    ['localhost:7007', undefined],
    ['acme.localhost', undefined],
    ['a.shop.acme.localhost', undefined],
    ['shop.acme.localhost.example.com', undefined],
    ['shop.acme.notlocalhost', undefined],
    ['...localhost', undefined],
    ['..acme.localhost', undefined],
    ['sh_op.acme.localhost', undefined],
    ['%2e%2e.acme.localhost', undefined],
    ['-shop.acme.localhost', undefined],
    ['127.0.0.1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s', (host, expected) => {
    expect(parseSiteHost(host, 'localhost')).toEqual(expected);
  });
});

describe('a local site', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: DeploymentsHarness;
  let site: Deployment;
  let release: string;

  const write = async (file: string, text: string) => {
    await fs.mkdir(path.dirname(path.join(release, file)), { recursive: true });
    await fs.writeFile(path.join(release, file), text);
  };
  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    portal = await DeploymentsHarness.start({ knex });
  });

  beforeEach(async () => {
    const name = `shop-${Math.random().toString(36).slice(2)}`;
    site = await portal.order('acme', name);
    const directory = path.join(portal.dataDirectory, 'published/acme', name);
    release = path.join(directory, 'releases', 'a'.repeat(64));
    await write('index.html', '<h1>Welcome</h1>');
    await write('docs/index.html', 'The docs');
    await write('style.css', 'body {}');
    await write('.env', 'SECRET=canary');
    await fs.symlink(
      `releases/${'a'.repeat(64)}`,
      path.join(directory, 'current'),
    );
  });

  afterAll(async () => {
    await portal.stop();
    await portal.removeData();
  });

  const change = (changes: object) =>
    portal.database.transaction('acme', trx =>
      trx('sites').where({ site_id: site.siteId }).update(changes),
    );
  const get = (
    pathname: string,
    options?: Parameters<DeploymentsHarness['get']>[2],
  ) => portal.get(`${site.desired.name}.acme.localhost`, pathname, options);

  it('shows its pages, with a tag that saves sending them again', async () => {
    const page = await get('/');
    expect(page).toMatchObject({ status: 200, text: '<h1>Welcome</h1>' });
    expect(page.headers).toMatchObject({
      'content-type': expect.stringContaining('text/html'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    const again = await get('/', {
      headers: { 'if-none-match': page.headers.etag! },
    });
    expect(again.status).toBe(304);
    expect(await get('/style.css?v=1')).toMatchObject({ status: 200 });
    expect(await get('/docs/')).toMatchObject({ text: 'The docs' });
    expect((await get('/docs')).headers.location).toBe('/docs/');
    expect(await get('/', { method: 'HEAD' })).toMatchObject({
      status: 200,
      text: '',
    });
  });

  it('shows nothing else of the machine', async () => {
    await fs.writeFile(path.join(release, '../../outside.txt'), 'canary');
    for (const pathname of [
      '/.env',
      '/../../outside.txt',
      '/..%2f..%2foutside.txt',
      '/%2e%2e/%2e%2e/outside.txt',
      '/docs/../../../outside.txt',
      '/..\\..\\outside.txt',
      '/%00',
      '/%',
      '//etc/passwd',
    ]) {
      const answer = await get(pathname);
      expect([pathname, answer.status]).toEqual([pathname, 404]);
      expect(answer.text).not.toMatch(/canary|root:/);
    }
  });

  it('is not shown at all when a link found its way into it', async () => {
    await fs.symlink('/etc', path.join(release, 'etc'));
    expect((await get('/etc/hostname')).status).toBe(404);
    expect((await get('/')).status).toBe(404);
  });

  it('answers what is missing with its own page, or a plain one', async () => {
    const plain = await get('/missing');
    expect(plain.status).toBe(404);
    expect(plain.text).toMatch(/There is no such page/);
    await write('404.html', 'Lost?');
    expect(await get('/missing')).toMatchObject({ status: 404, text: 'Lost?' });
  });

  it('is not shown once its order has failed, whatever that published', async () => {
    await change({ state: 'failed' });
    expect((await get('/')).status).toBe(404);
  });

  it('takes no other methods', async () => {
    for (const method of ['POST', 'DELETE', 'PUT']) {
      const answer = await get('/', { method });
      expect(answer).toMatchObject({ status: 405 });
      expect(answer.headers.allow).toBe('GET, HEAD');
    }
  });

  it('answers with a notice within a second of its suspension, and is back after', async () => {
    expect((await get('/')).status).toBe(200);
    await change({ state: 'suspended', suspended_reason: 'Unpaid: canary' });
    await sleep(1_000);
    const notice = await get('/');
    expect(notice.status).toBe(503);
    expect(notice.text).toMatch(/This site is suspended/);
    expect(notice.text).not.toMatch(/canary|Welcome/);
    await change({ state: 'live', suspended_reason: null });
    await sleep(1_000);
    expect((await get('/')).status).toBe(200);
  });

  it('is unknown once it is deleted, as a site that never was', async () => {
    await change({ state: 'deleted', deleted_at: new Date() });
    const gone = await get('/');
    const never = await portal.get('never.acme.localhost');
    expect([gone.status, gone.text]).toEqual([404, never.text]);
    expect((await portal.get('never.nobody.localhost')).text).toBe(never.text);
  });

  it('leaves the portal its own host names', async () => {
    const portalAnswer = await portal.get('localhost', '/');
    expect(portalAnswer.text).toMatch(/Cannot GET/);
  });

  it('is checked for its health, and says what is wrong with it', async () => {
    await change({
      state: 'live',
      health_url: `http://${site.desired.name}.acme.localhost:${portal.port}`,
    });
    await portal.checkHealth();
    expect((await portal.site(site)).health).toMatchObject({
      status: 'healthy',
    });
    await fs.rm(path.join(release, 'index.html'));
    await portal.database.transaction('acme', trx =>
      trx('sites').update({ health_checked_at: null }),
    );
    await portal.checkHealth();
    expect((await portal.site(site)).health).toMatchObject({
      status: 'unhealthy',
      detail: 'The site answered with status 404.',
    });
  });
});
