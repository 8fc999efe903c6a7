import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { orderSite } from './__testUtils__/orderSite';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { DeploymentLogStore } from './database/DeploymentLogStore';
import { StatesStore } from './database/StatesStore';
import { removeOldHistory } from './jobs/removeOldHistory';

jest.setTimeout(60_000);

const DAY = 24 * 60 * 60 * 1_000;

describe('logs of deployments', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const log = new DeploymentLogStore();
  let portal: SitesBackend;

  beforeEach(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
  });

  /** A deployment that succeeded and said this. */
  const deploymentSaying = async (customer: string, ...texts: string[]) => {
    const { site, deployment } = await orderSite(portal, { customer });
    const { deploymentId } = deployment;
    await portal.database.transaction(customer, trx =>
      log.append(
        trx,
        customer,
        deploymentId,
        texts.map(text => ({ stream: 'stdout', text })),
      ),
    );
    return { deploymentId, siteId: site.siteId, customer };
  };
  const search = async (user: string, query: object) =>
    portal.as(user).get('/api/sites/log-search').query(query);
  const idsOf = ({ body }: { body: any }) =>
    body.items.map((item: any) => item.deploymentId);

  it('are found by beginnings of words, newest first, with the lines that say it', async () => {
    const first = await deploymentSaying(
      'birch',
      'Creating aws_db_instance.main...',
      'Error: Throttling: Rate exceeded',
    );
    const second = await deploymentSaying('birch', 'it was throttled, twice');
    await deploymentSaying('birch', 'nothing of the kind');
    const answer = await search('birch/bea', { text: 'throttl' });
    expect(answer.status).toBe(200);
    expect(idsOf(answer)).toEqual([second.deploymentId, first.deploymentId]);
    expect(answer.body.items[1]).toMatchObject({
      customer: 'birch',
      siteId: first.siteId,
      state: 'succeeded',
      lines: [{ seq: 2, text: 'Error: Throttling: Rate exceeded' }],
    });
    expect(answer.body.next).toBeUndefined();
    expect(idsOf(await search('birch/bea', { text: 'RATE throttl' }))).toEqual([
      first.deploymentId,
    ]);
    expect(
      idsOf(await search('birch/bea', { text: 'thr', site: second.siteId })),
    ).toEqual([second.deploymentId]);
  });

  it('are found only where one line has all the words', async () => {
    await deploymentSaying('birch', 'rate of change', 'limit exceeded');
    expect(idsOf(await search('birch/bea', { text: 'rate exceeded' }))).toEqual(
      [],
    );
  });

  it('are found by members in their own tenant, and by staff in all or one', async () => {
    const own = await deploymentSaying('birch', 'a canary sings');
    const foreign = await deploymentSaying('cedar', 'a canary sings too');
    const text = 'canary';
    expect(idsOf(await search('birch/bea', { text }))).toEqual([
      own.deploymentId,
    ]);
    expect(
      idsOf(await search('birch/bea', { text, customer: 'cedar' })),
    ).toEqual([]);
    expect(
      idsOf(
        await search('birch/bea', { text, before: `${foreign.deploymentId}~` }),
      ),
    ).toEqual([own.deploymentId]);
    expect(
      idsOf(await search('birch/bea', { text, site: foreign.siteId })),
    ).toEqual([]);
    expect(idsOf(await search('default/olga', { text }))).toEqual([
      foreign.deploymentId,
      own.deploymentId,
    ]);
    expect(
      idsOf(await search('default/olga', { text, customer: 'cedar' })),
    ).toEqual([foreign.deploymentId]);
  });

  it('come in pages', async () => {
    const all: string[] = [];
    for (let index = 0; index < 23; index++) {
      all.unshift((await deploymentSaying('birch', 'again')).deploymentId);
    }
    const first = await search('birch/bea', { text: 'again' });
    expect(idsOf(first)).toEqual(all.slice(0, 20));
    const { next } = first.body;
    const second = await search('birch/bea', { text: 'again', before: next });
    expect(idsOf(second)).toEqual(all.slice(20));
    expect(second.body.next).toBeUndefined();
  });

  it('are found behind many that have the words in different lines', async () => {
    const { deploymentId } = await deploymentSaying('birch', 'snow in june');
    for (let index = 0; index < 25; index++) {
      await deploymentSaying('birch', 'snow', 'june');
    }
    const answer = await search('birch/bea', { text: 'june snow' });
    expect(idsOf(answer)).toEqual([deploymentId]);
    expect(answer.body.next).toBeUndefined();
  });

  it.each(['', '!', '% _'])('are not searched for %j', async text => {
    const { status, body } = await search('birch/bea', { text });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/text|word/);
  });

  it('are searched one by one for any text, taken literally', async () => {
    const { deploymentId } = await deploymentSaying(
      'birch',
      '100% done',
      '100 done',
      'so 100% DONE',
    );
    const path = `/api/sites/customers/birch/deployments/${deploymentId}/log/search`;
    const of = async (query: object) =>
      (await portal.as('birch/bea').get(path).query(query)).body;
    const all = await of({ text: '00% d' });
    expect(all.total).toBe(2);
    expect(all.items.map(({ seq }: any) => seq)).toEqual([1, 3]);
    const rest = await of({ text: '00% d', after: 1 });
    expect(rest.items.map(({ seq }: any) => seq)).toEqual([3]);
    const foreign = await portal.as('acme/ada').get(path).query({ text: 'a' });
    expect(foreign.status).toBe(404);
  });

  it('are downloaded whole, as text', async () => {
    const texts = Array.from({ length: 2_345 }, (_, index) => `line ${index}`);
    const { deploymentId } = await deploymentSaying('birch', ...texts);
    const answer = await portal
      .as('birch/bea')
      .get(
        `/api/sites/customers/birch/deployments/${deploymentId}/log/download`,
      );
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(answer.headers['content-disposition']).toContain(
      `${deploymentId}.log.txt`,
    );
    const lines = answer.text.trimEnd().split('\n');
    expect(lines).toHaveLength(2_345);
    expect(lines[2_344]).toMatch(/^\d{4}-\S+Z stdout line 2344$/);
  });

  it('are followed from the line after the one a browser saw last', async () => {
    const { deploymentId } = await deploymentSaying('birch', 'one', 'two');
    const { text } = await portal
      .as('birch/bea')
      .get(`/api/sites/customers/birch/deployments/${deploymentId}/log`)
      .set('last-event-id', '1');
    expect(text).not.toContain('"one"');
    expect(text).toContain('"two"');
  });

  describe('whose time is over', () => {
    const remove = () =>
      removeOldHistory({
        database: portal.database,
        log,
        stateVersions: new StatesStore(),
        retention: {
          logMilliseconds: 30 * DAY,
          stateMilliseconds: DAY,
          stateVersions: 2,
        },
        logger: mockServices.logger.mock(),
      });
    const endedDaysAgo = (deploymentId: string, days: number) =>
      portal.database.transaction('birch', trx =>
        trx('deployments')
          .where({ deployment_id: deploymentId })
          .update({ finished_at: new Date(Date.now() - days * DAY) }),
      );

    it('are deleted, and their deployments say so', async () => {
      const old = await deploymentSaying('birch', 'old words');
      const young = await deploymentSaying('birch', 'young words');
      await endedDaysAgo(old.deploymentId, 31);
      await endedDaysAgo(young.deploymentId, 29);
      await remove();
      await remove();
      const path = `/api/sites/customers/birch/deployments/${old.deploymentId}`;
      const { body } = await portal.as('birch/bea').get(path);
      expect(Date.parse(body.logRemovedAt)).toBeGreaterThan(0);
      const gone = await portal.as('birch/bea').get(`${path}/log/download`);
      expect(gone.status).toBe(404);
      expect(gone.body.error.message).toMatch(/removed when its time was over/);
      expect(idsOf(await search('birch/bea', { text: 'words' }))).toEqual([
        young.deploymentId,
      ]);
    });

    it('leave the newest versions of states, and the young ones', async () => {
      const { siteId } = await deploymentSaying('birch', 'x');
      const store = new StatesStore();
      await portal.database.transaction('birch', async trx => {
        for (let version = 1; version <= 5; version++) {
          await store.append(trx, 'birch', siteId, {
            version,
            serial: version,
            lineage: 'a',
            sha256: '',
            restoredBy: 'user:default/olga',
            ciphertext: Buffer.from('x'),
          });
        }
        await trx('terraform_states')
          .whereNot({ version: 1 })
          .update({ created_at: new Date(Date.now() - 3 * DAY) });
      });
      await remove();
      const { items } = await portal.database.transaction('birch', trx =>
        store.list(trx, 'birch', siteId, { offset: 0, limit: 10 }),
      );
      expect(items.map(({ version }) => version)).toEqual([5, 4, 1]);
    });
  });
});
