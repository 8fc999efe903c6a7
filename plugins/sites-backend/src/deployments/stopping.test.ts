import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunDirectory } from '../terraform/RunDirectory';
import { findRunProcesses } from '../terraform/runProcesses';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { TerraformCopy } from '../__testUtils__/TerraformCopy';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';

jest.setTimeout(120_000);

describeWithTerraform('a deployment that is stopped', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let directory: string;
  let terraform: TerraformCopy;
  let portal: DeploymentsHarness;

  const startPortal = async (sites: object = {}) => {
    const started = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      terraformDirectory: terraform.directory,
      sites,
    });
    started.deployments.start();
    return started;
  };

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    terraform = await TerraformCopy.into(directory);
    await terraform.publishAfter('sleep 20');
    portal = await startPortal();
  });

  afterEach(async () => {
    await portal.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  const processesOf = (deploymentId: string) =>
    findRunProcesses(
      RunDirectory.of(path.join(directory, 'data/runs'), deploymentId),
    );

  it('by its owner keeps what was applied, and leaves no process and no lock', async () => {
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'applying');
    await sleep(1_000);
    expect(await processesOf(order.deploymentId)).not.toEqual([]);
    const { control } = portal.deployments;
    for (const by of ['user:acme/ada', 'user:acme/ben']) {
      const requested = await control.cancel('acme', order.deploymentId, {
        by,
      });
      expect(requested.cancelRequestedBy).toBe('user:acme/ada');
    }
    await portal.reaches(order, 'cancelled', 'succeeded', 'failed');
    expect(await processesOf(order.deploymentId)).toEqual([]);
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
    expect(await portal.rows('acme', 'terraform_states')).not.toEqual([]);
    expect((await portal.deployment(order)).state).toBe('cancelled');

    await terraform.publishAfter('true');
    const retry = await control.retry('acme', order.deploymentId, {
      by: 'user:acme/ada',
    });
    await portal.reaches(retry, 'succeeded');
    expect((await portal.get('shop.acme.localhost')).status).toBe(200);
  });

  it('by a portal that is told to stop goes on when the portal is back', async () => {
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'applying');
    await sleep(1_000);
    const begin = Date.now();
    await portal.stop();
    expect(Date.now() - begin).toBeLessThan(9_000);
    expect(await processesOf(order.deploymentId)).toEqual([]);
    expect((await portal.deployment(order)).state).toBe('queued');

    await terraform.publishAfter('true');
    portal = await startPortal();
    const ended = await portal.reaches(order, 'succeeded');
    // Who restarts the portal must not use up the attempts.
    expect(ended.attempts).toBe(1);
  });

  it('by force ends at once, leaves no lock, and says what may be unrecorded', async () => {
    // Deaf to being asked: only a kill ends it before its time.
    await terraform.publishAfter("trap '' INT; sleep 20");
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'applying');
    await sleep(1_000);
    const { control } = portal.deployments;
    const begin = Date.now();
    await control.forceCancel('acme', order.deploymentId, {
      by: 'user:default/olga',
      reason: 'It hangs.',
    });
    const ended = await portal.reaches(order, 'cancelled', 'succeeded');
    // The harness gives five seconds of grace to what is only cancelled.
    expect(Date.now() - begin).toBeLessThan(4_000);
    expect(ended).toMatchObject({
      state: 'cancelled',
      isCancelForced: true,
      killedAt: expect.any(Date),
    });
    expect(await processesOf(order.deploymentId)).toEqual([]);
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
    expect(await portal.logText(order)).toMatch(/without being recorded/);
    expect(await portal.recorded(order)).toContainEqual(
      expect.objectContaining({
        action: 'forceCancelDeployment',
        reason: 'It hangs.',
      }),
    );

    await terraform.publishAfter('true');
    const retry = await control.retry('acme', order.deploymentId, {
      by: 'user:acme/ada',
    });
    await portal.reaches(retry, 'succeeded');
    expect((await portal.get('shop.acme.localhost')).status).toBe(200);
  });

  it('by the limit of one step fails, and names the step', async () => {
    await portal.stop();
    portal = await startPortal({
      terraform: {
        directory: terraform.directory,
        stepLimits: { apply: { seconds: 2 } },
        cancelGrace: { seconds: 2 },
      },
    });
    const order = await portal.order('acme', 'shop');
    const ended = await portal.reaches(order, 'failed', 'succeeded');
    expect(ended.failure).toMatchObject({
      code: 'time-limit',
      message: expect.stringContaining('apply'),
    });
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
  });

  it('by its time limit fails, and says so', async () => {
    await portal.stop();
    portal = await startPortal({
      terraform: {
        directory: terraform.directory,
        timeLimit: { seconds: 3 },
        cancelGrace: { seconds: 2 },
      },
    });
    const order = await portal.order('acme', 'shop');
    const ended = await portal.reaches(order, 'failed', 'succeeded');
    expect(ended.failure?.code).toBe('time-limit');
    expect(await processesOf(order.deploymentId)).toEqual([]);
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
  });
});
