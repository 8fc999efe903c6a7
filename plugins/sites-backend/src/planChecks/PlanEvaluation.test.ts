import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import type { PlanCheck } from '@freehold/plugin-sites-node';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { customers, directory } from '../__testUtils__/directory';
import { createLimits } from '../__testUtils__/limits';
import { DeploymentsStore } from '../database/DeploymentsStore';
import { migrationsDirectory } from '../database/migrate';
import { SitesStore } from '../database/SitesStore';
import type { Deployment, Plan } from '../domain/Deployment';
import { createTierLimitsCheck } from './createTierLimitsCheck';
import { customerApprovalCheck } from './customerApprovalCheck';
import { PlanEvaluation } from './PlanEvaluation';

jest.setTimeout(60_000);

const price = {
  amount: '5.00',
  currency: 'EUR',
  priceVersion: '1',
  lines: [],
};
const plan = (summary: Partial<Plan['summary']> = { create: 3 }): Plan => ({
  summary: { create: 0, update: 0, replace: 0, destroy: 0, ...summary },
  changes: [],
});

describe('PlanEvaluation', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const sites = new SitesStore();
  const logger = mockServices.logger.mock();
  let database: TenantDatabase;

  beforeEach(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: migrationsDirectory });
    database = await TenantDatabase.create({ getClient: async () => knex });
  });

  const order = async (
    name: string,
    options: { size?: string; state?: 'live' | 'failed' } = {},
  ): Promise<Deployment> =>
    database.transaction('birch', async trx => {
      const desired = {
        name,
        title: name,
        product: 'website',
        cloud: 'local',
        region: 'here',
        size: options.size ?? 'small',
        content: { kind: 'starter' as const },
        ...PLAIN_SPECIFICATION,
      };
      const by = 'user:birch/bea';
      const site = await sites.insert(trx, {
        tenant: 'birch',
        desired,
        price,
        createdBy: by,
      });
      const deployment = await new DeploymentsStore().create(trx, {
        tenant: 'birch',
        siteId: site.siteId,
        kind: 'apply',
        desired,
        requestedBy: by,
        price,
      });
      if (options.state) {
        await trx('sites')
          .where({ site_id: site.siteId })
          .update({ state: options.state });
      }
      return deployment;
    });

  const evaluate = (
    deployment: Deployment,
    options: { checks?: PlanCheck[]; plan?: Plan; approval?: boolean } = {},
  ) =>
    PlanEvaluation.create({
      checks: options.checks ?? [
        createTierLimitsCheck(
          createLimits({ birch: { sites: 2, sizes: ['small'] } }),
        ),
        customerApprovalCheck,
      ],
      database,
      directory: {
        ...directory,
        findCustomer: async slug => ({
          ...customers[slug],
          requiresApproval: options.approval ?? false,
        }),
      },
      sites,
      logger,
    }).evaluate({ deployment, plan: options.plan ?? plan() });

  it('lets a plan within the tier’s limits pass', async () => {
    await order('one', { state: 'live' });
    expect(await evaluate(await order('two'))).toEqual({
      findings: [],
      requiresApproval: false,
    });
  });

  it('denies one site more than the tier includes, and says what would pass', async () => {
    await order('one', { state: 'live' });
    await order('two', { state: 'failed' });
    const { findings } = await evaluate(await order('three'));
    expect(findings).toEqual([
      {
        check: 'tier-limits',
        effect: 'deny',
        reason: expect.stringMatching(/limit is 2 sites.*number 3.*Delete one/),
      },
    ]);
  });

  it('lets those pass that were ordered first, when too many are at a time', async () => {
    const deployments = [
      await order('one'),
      await order('two'),
      await order('three'),
    ];
    const denied = [];
    for (const deployment of deployments) {
      denied.push((await evaluate(deployment)).findings.length > 0);
    }
    expect(denied).toEqual([false, false, true]);
  });

  it('lets a customer above its limits still change what runs', async () => {
    await order('one', { state: 'live' });
    await order('two', { state: 'live' });
    const third = await order('three', { state: 'live' });
    const { findings } = await evaluate(third, {
      plan: plan({ create: 1, replace: 1 }),
    });
    expect(findings).toEqual([]);
  });

  it('denies a size that the tier does not include, but never a destroy', async () => {
    const deployment = await order('big', { size: 'large' });
    const { findings } = await evaluate(deployment);
    expect(findings[0]).toMatchObject({
      effect: 'deny',
      reason: expect.stringContaining(
        "'large' is not included. Choose one of these: small",
      ),
    });
    const destroy = { ...deployment, kind: 'destroy' as const };
    expect((await evaluate(destroy)).findings).toEqual([]);
  });

  it('lets plans wait for staff where staff asked for it', async () => {
    const { findings, requiresApproval } = await evaluate(await order('one'), {
      approval: true,
    });
    expect(requiresApproval).toBe(true);
    expect(findings).toMatchObject([
      { check: 'customer-approval', effect: 'require-approval' },
    ]);
  });

  it('denies the plan when a check is broken, and keeps the cause in the log', async () => {
    const checks: PlanCheck[] = [
      {
        id: 'broken',
        check: async () => {
          throw new Error('connect ECONNREFUSED 10.0.0.7');
        },
      },
    ];
    const { findings } = await evaluate(await order('one'), { checks });
    expect(findings).toMatchObject([{ check: 'broken', effect: 'deny' }]);
    expect(findings[0].reason).not.toContain('10.0.0.7');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('10.0.0.7'),
    );
  });

  it('keeps checks from changing what the next one sees', async () => {
    const seen: string[] = [];
    const check = (id: string): PlanCheck => ({
      id,
      check: async input => {
        seen.push(input.site.size);
        input.site.size = 'changed';
        return [];
      },
    });
    const { findings } = await evaluate(await order('one'), {
      checks: [check('a'), check('b')],
    });
    expect(seen).toEqual(['small', 'small']);
    expect(findings.map(({ effect }) => effect)).toEqual(['deny', 'deny']);
  });
});
