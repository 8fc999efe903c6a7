import { TestDatabases } from '@backstage/backend-test-utils';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { QueueStore } from './QueueStore';
import { DeploymentsStore } from './DeploymentsStore';

jest.setTimeout(60_000);

describe('the queue of deployments', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const queue = new QueueStore();
  const deployments = new DeploymentsStore();
  let portal: DeploymentsHarness;
  let database: TenantDatabase;

  beforeEach(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    portal = await DeploymentsHarness.start({ knex });
    database = portal.database;
  });

  afterEach(async () => {
    await portal.stop();
    await portal.removeData();
  });

  const findNext = () =>
    database.acrossTenants('test', trx => queue.findNext(trx));

  /** Takes up what is next, and says whose it was. */
  const begin = async () => {
    const next = (await findNext())!;
    await database.transaction(next.tenant, async trx => {
      const { tenant, deploymentId } = next;
      const it = await deployments.lock(trx, tenant, deploymentId);
      await deployments.move(trx, it, 'planning', { claimedAt: new Date() });
    });
    return next;
  };
  const end = ({
    tenant,
    deploymentId,
  }: {
    tenant: string;
    deploymentId: string;
  }) =>
    database.transaction(tenant, async trx => {
      const it = await deployments.lock(trx, tenant, deploymentId);
      await deployments.move(trx, it, 'cancelled');
    });

  it('lets nobody wait for more than one deployment of another customer', async () => {
    for (const name of ['a1', 'a2', 'a3', 'a4']) {
      await portal.order('acme', name);
    }
    await portal.order('birch', 'b1');
    const turns: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const begun = await begin();
      turns.push(begun.tenant);
      await end(begun);
    }
    expect(turns).toEqual(['acme', 'birch', 'acme', 'acme']);
  });

  it('gives a free worker to whom fewer work for', async () => {
    for (const name of ['a1', 'a2', 'a3']) {
      await portal.order('acme', name);
    }
    await begin();
    await begin();
    await portal.order('birch', 'b1');
    expect((await findNext())?.tenant).toBe('birch');
  });

  it('takes a customer’s own in the order of their age', async () => {
    const first = await portal.order('acme', 'a1');
    await portal.order('acme', 'a2');
    expect((await findNext())?.deploymentId).toBe(first.deploymentId);
  });

  it('tells how many are run before one, and nothing of what does not wait', async () => {
    const before = (of: { tenant: string; deploymentId: string }) =>
      database.acrossTenants('test', trx => queue.countBefore(trx, of));
    const first = await portal.order('acme', 'a1');
    const second = await portal.order('acme', 'a2');
    const others = await portal.order('birch', 'b1');
    expect([
      await before(first),
      await before(others),
      await before(second),
    ]).toEqual([0, 1, 2]);
    await begin();
    expect(await before(first)).toBeUndefined();
  });

  it('passes over what is not due', async () => {
    const broken = await portal.order('acme', 'a1');
    await database.transaction('acme', trx =>
      queue.postpone(trx, broken, new Date(Date.now() + 60_000)),
    );
    expect(await findNext()).toBeUndefined();
    const sound = await portal.order('acme', 'a2');
    expect((await findNext())?.deploymentId).toBe(sound.deploymentId);
    expect((await portal.deployment(broken)).attempts).toBe(1);
  });
});
