import { TestDatabases } from '@backstage/backend-test-utils';
import { findFreePort } from '@freehold/plugin-tenancy-node/testUtils';
import type { Knex } from 'knex';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../domain/Deployment';
import { RunDirectory } from '../terraform/RunDirectory';
import { findRunProcesses } from '../terraform/runProcesses';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { TerraformCopy } from '../__testUtils__/TerraformCopy';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import { WorkerProcess } from '../__testUtils__/WorkerProcess';

jest.setTimeout(180_000);

/** How long publishing takes, so that a kill finds Terraform at work. */
const PUBLISHING_SECONDS = 3;

describeWithTerraform('a portal that is killed', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let directory: string;
  let terraform: TerraformCopy;
  let portal: DeploymentsHarness;
  let worker: WorkerProcess | undefined;
  let workerPort: number;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    terraform = await TerraformCopy.into(directory);
    workerPort = await findFreePort();
    await terraform.publishAfter(`sleep ${PUBLISHING_SECONDS}`);
    // Orders sites and looks at them; the work is done by workers of their own.
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      terraformDirectory: terraform.directory,
    });
  });

  afterEach(async () => {
    await worker?.kill();
    worker = undefined;
  });

  afterAll(async () => {
    await portal.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  const startWorker = async () => {
    worker = await WorkerProcess.start({
      knex,
      dataDirectory: portal.dataDirectory,
      terraformDirectory: terraform.directory,
      port: workerPort,
    });
  };

  const runDirectory = (of: Deployment) =>
    RunDirectory.of(path.join(portal.dataDirectory, 'runs'), of.deploymentId);

  const expectGoodEnd = async (order: Deployment) => {
    await portal.reaches(order, 'succeeded', 'failed', 'cancelled');
    const ended = await portal.deployment(order);
    expect(ended.state).toBe('succeeded');
    expect(await portal.rows(order.tenant, 'terraform_locks')).toEqual([]);
    expect(await findRunProcesses(runDirectory(order))).toEqual([]);
    expect(await runDirectory(order).exists()).toBe(false);
    expect(
      await portal.get(`${order.desired.name}.${order.tenant}.localhost`),
    ).toMatchObject({ status: 200 });
    const states = (await portal.rows(order.tenant, 'terraform_states'))
      .filter(state => state.site_id === order.siteId)
      .sort((a, b) => a.version - b.version);
    expect(new Set(states.map(state => state.lineage)).size).toBe(1);
    const serials = states.map(state => Number(state.serial));
    expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b));
  };

  it('while Terraform applies goes on after its next start, and stops what still runs', async () => {
    const order = await portal.order('acme', 'interrupted');
    await startWorker();
    await portal.reaches(order, 'applying');
    await sleep(1_000);
    await worker!.kill();
    expect(await findRunProcesses(runDirectory(order))).not.toEqual([]);
    expect(await portal.rows('acme', 'terraform_locks')).toHaveLength(1);

    await startWorker();
    await expectGoodEnd(order);
    const log = await portal.logText(order);
    expect(log).toMatch(
      /The portal stopped while this deployment was applying/,
    );
    expect(log).toMatch(/Terraform was still running and was stopped/);
  });

  it('while Terraform applies recovers the state that Terraform could not save', async () => {
    const order = await portal.order('acme', 'unsaved');
    await startWorker();
    await portal.reaches(order, 'applying');
    await sleep(500);
    await worker!.kill();
    while ((await findRunProcesses(runDirectory(order))).length > 0) {
      await sleep(100);
    }
    expect(await runDirectory(order).readErroredState()).toBeDefined();

    await startWorker();
    await expectGoodEnd(order);
    const log = await portal.logText(order);
    expect(log).toMatch(/could not save its last state; it was recovered/);
    expect(log).toMatch(
      /lock on the state that the run left behind was released/,
    );
    // What had been published was not published again.
    const { plan } = await portal.deployment(order);
    expect(plan?.changes).toEqual([]);
  });

  it('while Terraform plans plans again', async () => {
    const order = await portal.order('acme', 'unplanned');
    await startWorker();
    await portal.reaches(order, 'planning');
    await worker!.kill();
    await startWorker();
    await expectGoodEnd(order);
    expect((await portal.deployment(order)).attempts).toBe(2);
  });

  it('ends what was to be cancelled, after recovering its state', async () => {
    const order = await portal.order('acme', 'unwanted');
    await startWorker();
    await portal.reaches(order, 'applying');
    await sleep(500);
    await worker!.kill();
    await portal.deployments.control.cancel('acme', order.deploymentId, {
      by: 'user:acme/ada',
    });
    await startWorker();
    await portal.reaches(order, 'cancelled');
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
    expect(await findRunProcesses(runDirectory(order))).toEqual([]);
    expect((await portal.site(order)).state).toBe('failed');
  });
});
