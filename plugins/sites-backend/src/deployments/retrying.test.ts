import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { TerraformCopy } from '../__testUtils__/TerraformCopy';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import { MOST_ATTEMPTS } from '../domain/attempts';

jest.setTimeout(120_000);

const NETWORK_ERROR =
  'Get "https://sts.us-east-1.amazonaws.com/": dial tcp 192.0.2.1:443: i/o timeout';

describeWithTerraform('a deployment whose run fails', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let directory: string;
  let terraform: TerraformCopy;
  let portal: DeploymentsHarness;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    terraform = await TerraformCopy.into(directory);
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      terraformDirectory: terraform.directory,
      sites: { deployments: { retryAfter: { milliseconds: 100 } } },
    });
    portal.deployments.start();
  });

  afterEach(async () => {
    await portal.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  it('for a reason that passes is tried again by itself, and says when', async () => {
    const mark = path.join(directory, 'failed-once');
    await terraform.publishAfter(
      `if [ ! -e '${mark}' ]; then touch '${mark}'; echo '${NETWORK_ERROR}'; exit 1; fi`,
    );
    const order = await portal.order('acme', 'shop');
    const ended = await portal.reaches(order, 'succeeded', 'failed');
    expect(ended).toMatchObject({
      state: 'succeeded',
      attempts: 2,
      setback: undefined,
      nextAttemptAt: undefined,
    });
    expect(await portal.logText(order)).toMatch(
      new RegExp(`It may pass: attempt 2 of ${MOST_ATTEMPTS} begins at `),
    );
    expect(await portal.rows('acme', 'dead_letters')).toEqual([]);
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
  });

  it('for a reason that stays is not tried again', async () => {
    await terraform.publishAfter(
      "echo 'AccessDenied: Access Denied status code: 403'; exit 1",
    );
    const order = await portal.order('acme', 'shop');
    const ended = await portal.reaches(order, 'failed', 'succeeded');
    expect(ended).toMatchObject({
      attempts: 1,
      failure: { code: 'terraform-apply' },
    });
    expect(await portal.logText(order)).toMatch(/AccessDenied/);
    expect(await portal.rows('acme', 'dead_letters')).toEqual([]);
  });

  it('as often as is worth it is left to staff, and a retry takes it from them', async () => {
    await terraform.publishAfter(`echo '${NETWORK_ERROR}'; exit 1`);
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'planning');
    await portal.database.transaction('acme', trx =>
      trx('deployments').update({ attempts: MOST_ATTEMPTS }),
    );
    const ended = await portal.reaches(order, 'failed', 'succeeded');
    expect(ended.failure).toMatchObject({ code: 'network' });
    expect(await portal.rows('acme', 'dead_letters')).toMatchObject([
      {
        deployment_id: order.deploymentId,
        why: 'attempts-used-up',
        resolution: null,
      },
    ]);

    await terraform.publishAfter('true');
    const { control, deadLetters } = portal.deployments;
    const scope = { all: true } as const;
    const page = { offset: 0, limit: 10 };
    expect(await deadLetters.listDeadLetters(scope, page)).toMatchObject({
      total: 1,
      items: [{ tenant: 'acme', siteName: 'shop', why: 'attempts-used-up' }],
    });
    const retried = await control.retry('acme', order.deploymentId, {
      by: 'user:acme/ada',
    });
    await portal.reaches(retried, 'succeeded');
    expect(await deadLetters.listDeadLetters(scope, page)).toEqual({
      total: 0,
      items: [],
    });
  });

  it('in the portal itself is left to staff, who discard it with a reason once', async () => {
    await portal.stop();
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      evaluation: {
        evaluate: async () => {
          throw new Error('a check is broken');
        },
      },
    });
    portal.deployments.start();
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'failed', 'succeeded');
    const { deadLetters } = portal.deployments;
    const discard = (tenant: string) =>
      deadLetters.discard(tenant, order.deploymentId, {
        by: 'user:default/olga',
        reason: 'The customer left.',
      });
    await expect(discard('birch')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await discard('acme');
    expect(await portal.rows('acme', 'dead_letters')).toMatchObject([
      {
        why: 'runner-failed',
        resolution: 'discarded',
        resolved_by: 'user:default/olga',
        resolved_reason: 'The customer left.',
      },
    ]);
    expect(await portal.recorded(order)).toContainEqual(
      expect.objectContaining({
        action: 'discardDeadLetter',
        reason: 'The customer left.',
      }),
    );
    await expect(discard('acme')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
