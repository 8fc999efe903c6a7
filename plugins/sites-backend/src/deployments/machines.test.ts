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
const PUBLISHING_SECONDS = 2;
/** Rounds of recovery are ten seconds apart. */
const TWO_ROUNDS_MILLISECONDS = 22_000;

describeWithTerraform(
  'a machine that dies, of several that share no runs',
  () => {
    const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
    let knex: Knex;
    let directory: string;
    let terraform: TerraformCopy;
    let portal: DeploymentsHarness;
    let ports: { first: number; second: number };
    const workers: WorkerProcess[] = [];

    beforeAll(async () => {
      knex = await databases.init('POSTGRES_18');
      await knex.migrate.latest({ directory: MIGRATIONS });
      directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
      terraform = await TerraformCopy.into(directory);
      ports = { first: await findFreePort(), second: await findFreePort() };
      await terraform.publishAfter(`sleep ${PUBLISHING_SECONDS}`);
      // Orders sites and looks at them; the work is done by machines of their own.
      portal = await DeploymentsHarness.start({
        knex,
        dataDirectory: path.join(directory, 'data'),
        terraformDirectory: terraform.directory,
      });
    });

    afterEach(async () => {
      await Promise.all(workers.splice(0).map(worker => worker.kill()));
    });

    afterAll(async () => {
      await portal.stop();
      await fs.rm(directory, { recursive: true, force: true });
    });

    const runsOf = (machine: string) => path.join(directory, `runs-${machine}`);

    const start = async (machine: 'first' | 'second', waiting: object = {}) => {
      const worker = await WorkerProcess.start({
        knex,
        dataDirectory: portal.dataDirectory,
        terraformDirectory: terraform.directory,
        port: ports[machine],
        sites: {
          runsDirectory: runsOf(machine),
          deployments: { staleAfter: { seconds: 5 }, ...waiting },
        },
      });
      workers.push(worker);
      return worker;
    };

    const runOf = (machine: string, { deploymentId }: Deployment) =>
      RunDirectory.of(runsOf(machine), deploymentId);

    const killWhileApplying = async (name: string) => {
      const order = await portal.order('acme', name);
      const first = await start('first');
      await portal.reaches(order, 'applying');
      await sleep(500);
      await first.kill();
      return order;
    };

    /** Terraform goes on without its portal, and cannot save what it did. */
    const untilItsTerraformEnded = async (order: Deployment) => {
      while ((await findRunProcesses(runOf('first', order))).length > 0) {
        await sleep(100);
      }
      expect(await runOf('first', order).readErroredState()).toBeDefined();
    };

    const statesOf = async ({ tenant, siteId }: Deployment) => {
      const rows = await portal.rows(tenant, 'terraform_states');
      return rows.filter(row => row.site_id === siteId);
    };

    it('while it plans is replaced by another, which plans again', async () => {
      const order = await portal.order('acme', 'planned');
      const first = await start('first');
      await portal.reaches(order, 'planning');
      await first.kill();
      await start('second');
      const ended = await portal.reaches(order, 'succeeded', 'failed');
      expect(ended).toMatchObject({ state: 'succeeded', attempts: 2 });
      expect(await statesOf(order)).toHaveLength(1);
      expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
    });

    it('while it applies is waited for, and recovers by itself what only it knows', async () => {
      const order = await killWhileApplying('applied');
      await untilItsTerraformEnded(order);
      await start('second');
      await sleep(TWO_ROUNDS_MILLISECONDS);
      expect((await portal.deployment(order)).state).toBe('applying');
      expect(await statesOf(order)).toEqual([]);

      await start('first');
      const ended = await portal.reaches(order, 'succeeded', 'failed');
      expect(ended.state).toBe('succeeded');
      // What had been published was not published again.
      expect(ended.plan?.changes).toEqual([]);
      expect(await portal.logText(order)).toMatch(
        /last state; it was recovered/,
      );
      expect(await runOf('first', order).exists()).toBe(false);
    });

    it('and does not come back leaves what it applied to staff, and its state for later', async () => {
      const order = await killWhileApplying('lost');
      await untilItsTerraformEnded(order);
      const second = await start('second', { takeOverAfter: { seconds: 6 } });
      const ended = await portal.reaches(order, 'succeeded', 'failed');
      expect(ended).toMatchObject({
        state: 'failed',
        failure: { code: 'machine-lost' },
      });
      expect(await portal.rows('acme', 'dead_letters')).toMatchObject([
        { deployment_id: order.deploymentId, why: 'machine-lost' },
      ]);
      expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
      expect(await statesOf(order)).toEqual([]);
      await second.kill();

      await start('first');
      while (await runOf('first', order).exists()) {
        await sleep(100);
      }
      expect(await statesOf(order)).toHaveLength(1);
      const retry = await portal.deployments.control.retry(
        'acme',
        order.deploymentId,
        { by: 'user:default/olga', reason: 'The machine is back.' },
      );
      const retried = await portal.reaches(retry, 'succeeded', 'failed');
      expect(retried.state).toBe('succeeded');
      expect(retried.plan?.changes).toEqual([]);
    });

    it('is not waited for by what operators end by force', async () => {
      const order = await killWhileApplying('forced');
      await portal.deployments.control.forceCancel('acme', order.deploymentId, {
        by: 'user:default/olga',
        reason: 'The machine burnt down.',
      });
      await start('second');
      const ended = await portal.reaches(order, 'cancelled', 'succeeded');
      expect(ended).toMatchObject({
        state: 'cancelled',
        killedAt: expect.any(Date),
      });
      expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
      expect(await portal.logText(order)).toMatch(/did not come back/);
    });
  },
);
