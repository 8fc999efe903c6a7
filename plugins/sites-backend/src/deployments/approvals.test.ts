import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import { assertMayApprove, barredFromApproval } from './approvalRules';

jest.setTimeout(120_000);

const ADA = 'user:acme/ada';

describeWithTerraform('an approval', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: DeploymentsHarness;

  const startPortal = async (approvals: object) => {
    portal = await DeploymentsHarness.start({
      knex,
      sites: { approvals },
      evaluation: {
        evaluate: async () => ({ findings: [], requiresApproval: true }),
      },
    });
    portal.deployments.start();
  };

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
  });

  afterEach(async () => {
    await portal.stop();
    await portal.removeData();
  });

  it('that nobody gives in time ends the deployment, and its people are told', async () => {
    await startPortal({ expireAfter: { milliseconds: 1 } });
    const order = await portal.order('acme', 'shop');
    const waiting = await portal.reaches(order, 'awaiting-approval', 'failed');
    expect(waiting.state).toBe('awaiting-approval');
    const ended = await portal.reaches(order, 'failed');
    expect(ended.failure?.code).toBe('approval-expired');
    expect(await portal.rows('acme', 'plan_files')).toEqual([]);
    expect(portal.messages).toContainEqual(
      expect.objectContaining({ topic: 'deployment-failed' }),
    );
  });

  it('is not given by who asked for the change, nor by who retried it', async () => {
    await startPortal({ fourEyes: true });
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'awaiting-approval');
    const { control } = portal.deployments;
    await control.cancel('acme', order.deploymentId, { by: ADA });
    const retried = await control.retry('acme', order.deploymentId, {
      by: 'user:default/olga',
    });
    const waiting = await portal.reaches(retried, 'awaiting-approval');
    const approveBy = (by: string) =>
      control.approve('acme', retried.deploymentId, {
        by,
        planHash: waiting.planHash!,
      });
    for (const by of [ADA, 'user:default/olga']) {
      await expect(approveBy(by)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    await approveBy('user:default/oscar');
    await portal.reaches(retried, 'succeeded');
  });
});

describe('four eyes', () => {
  const asked = [ADA];
  const approve = (fourEyes: boolean | string[], by: string, tier?: string) =>
    assertMayApprove(fourEyes, { tier, by, asked });

  it('are asked for where the configuration says so', () => {
    expect(() => approve(false, ADA, 'standard')).not.toThrow();
    expect(() => approve(['enterprise'], ADA, 'standard')).not.toThrow();
    expect(() => approve(['enterprise'], ADA, 'enterprise')).toThrow(
      /somebody else/,
    );
    expect(() => approve(['enterprise'], ADA)).toThrow(/somebody else/);
    expect(() => approve(true, ADA, 'standard')).toThrow(/somebody else/);
    expect(() => approve(true, 'user:default/olga', 'standard')).not.toThrow();
  });

  it('bar whom they are asked of, for the page to say so', () => {
    expect(barredFromApproval(true, { tier: 'standard', asked })).toEqual([
      ADA,
    ]);
    expect(barredFromApproval(false, { tier: 'standard', asked })).toEqual([]);
  });
});
