import { TestDatabases } from '@backstage/backend-test-utils';
import type { Customer } from '@freehold/plugin-tenancy-node';
import type { Deployment } from '../domain/Deployment';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { QueueStore } from '../database/QueueStore';
import { checkDriftInTurn } from './checkDriftInTurn';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

describe('turns of drift checks', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: DeploymentsHarness;
  let suspended: string[];

  const start = async (checksPerHour: number) => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    portal = await DeploymentsHarness.start({
      knex,
      sites: { drift: { checksPerHour } },
    });
    suspended = [];
  };

  afterEach(async () => {
    await portal.stop();
    await portal.removeData();
  });

  const set = ({ tenant, siteId }: Deployment, values: object) =>
    portal.database.transaction(tenant, trx =>
      trx('sites').where({ site_id: siteId }).update(values),
    );
  const end = async ({ tenant, deploymentId }: Deployment) => {
    await portal.deployments.control.cancel(tenant, deploymentId, {
      by: 'user:default/olga',
    });
    await portal.database.transaction(tenant, trx =>
      trx('sites').where({ state: 'failed' }).update({ state: 'live' }),
    );
  };
  /** Live sites of AWS; `acme/a1` belongs to acme. */
  const live = async (...names: string[]): Promise<Deployment[]> => {
    const orders = [];
    for (const name of names) {
      const [tenant, site] = name.split('/');
      const order = await portal.order(tenant, site, { cloud: 'aws' });
      await set(order, { state: 'live', url: 'https://shop.example' });
      await end(order);
      orders.push(order);
    }
    return orders;
  };
  const checksOf = (tenant: string) =>
    portal.database.transaction(tenant, trx =>
      trx('deployments')
        .join('sites', 'sites.site_id', 'deployments.site_id')
        .where({ kind: 'check' })
        .orderBy('deployments.created_at')
        .pluck('sites.name'),
    );
  const customer = (slug: string): Customer => ({
    slug,
    name: slug,
    tier: 'standard',
    state: suspended.includes(slug) ? 'suspended' : 'active',
    requiresApproval: false,
  });
  /** Every minute of an hour, or fewer of them; checks end at once. */
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      await checkDriftInTurn({
        ...portal.deployments.driftTurns,
        directory: {
          findCustomers: async slugs =>
            new Map(slugs.map(slug => [slug, customer(slug)])),
        },
      });
      for (const tenant of ['acme', 'birch', 'cedar']) {
        await portal.database.transaction(tenant, trx =>
          trx('deployments')
            .where({ kind: 'check' })
            .update({ state: 'succeeded' }),
        );
      }
    }
  };
  const ask = ({ tenant, siteId }: Deployment) =>
    portal.deployments.driftChecks.checkDrift(tenant, siteId, {
      by: 'user:acme/ada',
    });

  it('go round the customers, however many sites one of them has', async () => {
    await start(60);
    await live('acme/a1', 'acme/a2', 'acme/a3', 'acme/a4', 'birch/b1');
    await pass(2);
    expect(await checksOf('acme')).toEqual(['a1']);
    expect(await checksOf('birch')).toEqual(['b1']);
    await pass(2);
    expect(await checksOf('acme')).toEqual(['a1', 'a2', 'a3']);
  });

  it('begin with the site whose last one is longest ago, and wait for a day', async () => {
    await start(60);
    const [first, second] = await live('acme/first', 'acme/second');
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
    await set(first, { drift_turn_at: ago(25) });
    await set(second, { drift_turn_at: ago(26) });
    await pass(1);
    expect(await checksOf('acme')).toEqual(['second']);
    await pass(5);
    expect(await checksOf('acme')).toEqual(['second', 'first']);
  });

  it('are spread over the hour, and end with its budget', async () => {
    await start(120);
    const names = Array.from({ length: 7 }, (_, index) => `acme/s${index}`);
    await live(...names);
    await pass(1);
    expect(await checksOf('acme')).toHaveLength(2);
    await portal.database.transaction('acme', trx =>
      trx('drift_turns').insert(
        Array.from({ length: 116 }, (_, index) => ({
          tenant_id: 'acme',
          turn_id: `turn_${index}`,
        })),
      ),
    );
    await pass(5);
    expect(await checksOf('acme')).toHaveLength(4);
  });

  it('pass over who is suspended, what changes, what is not live and what cannot drift', async () => {
    await start(600);
    const [changing, broken] = await live(
      'acme/changing',
      'acme/broken',
      'birch/b1',
      'cedar/c1',
    );
    await portal.change(changing, 'apply');
    const local = await portal.order('acme', 'local');
    await end(local);
    await set(local, { state: 'live' });
    await set(broken, { state: 'failed' });
    suspended = ['birch'];
    await pass(3);
    expect(await checksOf('acme')).toEqual([]);
    expect(await checksOf('birch')).toEqual([]);
    expect(await checksOf('cedar')).toEqual(['c1']);
  });

  it('are not exceeded by people who ask at the same time', async () => {
    await start(4);
    const sites = await live(
      ...Array.from({ length: 10 }, (_, index) => `acme/s${index}`),
    );
    const answers = await Promise.allSettled(sites.map(ask));
    const refusals = answers.filter(it => it.status === 'rejected');
    expect(refusals).toHaveLength(6);
    for (const { reason } of refusals) {
      expect(reason).toMatchObject({
        name: 'LimitReachedError',
        message:
          'All 4 drift checks of this hour are used. The next one can begin in 60 min.',
      });
    }
    await pass(3);
    expect(await checksOf('acme')).toHaveLength(4);
  });

  it('that are refused for another reason take nothing of the budget', async () => {
    await start(60);
    const local = await portal.order('acme', 'local');
    await expect(ask(local)).rejects.toThrow(/nothing drifts/);
    const [site] = await live('acme/shop');
    await ask(site);
    await expect(ask(site)).rejects.toThrow(/being checked already/);
    expect(await portal.rows('acme', 'drift_turns')).toHaveLength(1);
  });

  it('forget checks of ninety days ago, but for the one that knows of a drift', async () => {
    await start(60);
    const [site] = await live('acme/shop');
    for (const age of [91, 92, 89]) {
      const { deploymentId } = await ask(site);
      await portal.database.transaction('acme', async trx => {
        await trx('deployments')
          .where({ deployment_id: deploymentId })
          .update({
            state: 'succeeded',
            created_at: new Date(Date.now() - age * 24 * HOUR),
          });
        if (age === 92) {
          await trx('sites').update({ drift_check_id: deploymentId });
        }
      });
    }
    await ask(site);
    const kept = await portal.rows('acme', 'deployments');
    const ages = kept
      .filter(({ kind }) => kind === 'check')
      .map(({ created_at: at }) => Math.round((Date.now() - at) / (24 * HOUR)));
    expect(ages.sort((a, b) => a - b)).toEqual([0, 89, 92]);
  });

  it('can be turned off', async () => {
    await start(0);
    const [site] = await live('acme/shop');
    await pass(2);
    expect(await checksOf('acme')).toEqual([]);
    await expect(ask(site)).rejects.toThrow(/turned off/);
  });

  it('let changes of all customers go first, and one check at a time', async () => {
    await start(60);
    const [one, two] = await live('acme/one', 'birch/two');
    const check = await ask(one);
    await ask(two);
    const order = await portal.order('birch', 'new');
    const { control } = portal.deployments;
    const turn = async ({ tenant, deploymentId }: Deployment) =>
      portal.database.acrossTenants('test', trx =>
        new QueueStore().countBefore(trx, { tenant, deploymentId }),
      );
    expect(await turn(order)).toBe(0);
    expect(await turn(check)).toBe(1);
    await control.cancel('birch', order.deploymentId, { by: 'user:birch/bea' });
    expect(await turn(check)).toBe(0);
  });
});
