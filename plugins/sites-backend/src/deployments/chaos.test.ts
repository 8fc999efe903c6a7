import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { randomInt } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { randomNumbers } from '../__testUtils__/randomNumbers';
import { TerraformCopy } from '../__testUtils__/TerraformCopy';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import { WorkerProcess } from '../__testUtils__/WorkerProcess';
import type { Deployment } from '../domain/Deployment';
import { RunDirectory } from '../terraform/RunDirectory';
import { findRunProcesses } from '../terraform/runProcesses';

const CUSTOMERS = ['acme', 'birch', 'cedar'];
const SITES_EACH = 4;
const KILLS = 3;
const WITHIN_MILLISECONDS = 240_000;

jest.setTimeout(WITHIN_MILLISECONDS + 60_000);

const seed = Number(process.env.FREEHOLD_PROOFS_SEED ?? randomInt(2 ** 31));

describeWithTerraform('two processes that are killed at random', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const random = randomNumbers(seed);
  const workers: WorkerProcess[] = [];
  let knex: Knex;
  let directory: string;
  let terraform: TerraformCopy;
  let portal: DeploymentsHarness;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    terraform = await TerraformCopy.into(directory);
    await terraform.publishAfter('sleep 1');
    // Orders and looks on; the work is done by the two that are killed.
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      terraformDirectory: terraform.directory,
    });
    await Promise.all([start(0), start(1)]);
  });

  afterAll(async () => {
    await Promise.all(workers.map(worker => worker.kill()));
    await portal.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  const start = async (index: number) => {
    workers[index] = await WorkerProcess.start({
      knex,
      dataDirectory: portal.dataDirectory,
      terraformDirectory: terraform.directory,
      port: portal.port + 1 + index,
    });
  };

  const disturb = async (orders: Deployment[]) => {
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(500 + random() * 2_000);
      await stopSome(orders[Math.floor(random() * orders.length)]);
      const index = random() < 0.5 ? 0 : 1;
      await workers[index].kill();
      await start(index);
    }
  };

  const stopSome = async ({ tenant, deploymentId }: Deployment) => {
    const { control } = portal.deployments;
    const by = 'user:default/olga';
    const stop =
      random() < 0.5
        ? control.cancel(tenant, deploymentId, { by })
        : control.forceCancel(tenant, deploymentId, { by, reason: 'Chaos' });
    await stop.catch(error => {
      // It had ended already.
      expect(error.name).toBe('ConflictError');
    });
  };

  const allEnded = async (orders: Deployment[]) => {
    const deadline = Date.now() + WITHIN_MILLISECONDS;
    for (;;) {
      const present = await Promise.all(
        orders.map(order => portal.deployment(order)),
      );
      const open = present.filter(({ finishedAt }) => !finishedAt);
      if (open.length === 0) {
        return present;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `Not ended: ${open.map(it => `${it.deploymentId} ${it.state}`)}`,
        );
      }
      await sleep(500);
    }
  };

  it(`bring every deployment to a true end (seed ${seed})`, async () => {
    const orders: Deployment[] = [];
    for (let site = 0; site < SITES_EACH; site++) {
      for (const customer of CUSTOMERS) {
        orders.push(await portal.order(customer, `site-${site}`));
      }
    }
    await disturb(orders);
    const ended = await allEnded(orders);

    expect(ended.filter(({ state }) => state === 'failed')).toEqual([]);
    for (const deployment of ended) {
      const { tenant, deploymentId, state, desired } = deployment;
      const run = RunDirectory.of(
        path.join(portal.dataDirectory, 'runs'),
        deploymentId,
      );
      expect(await findRunProcesses(run)).toEqual([]);
      expect(await run.exists()).toBe(false);
      const shown = await portal.get(`${desired.name}.${tenant}.localhost`);
      if (state === 'succeeded') {
        expect(shown.text).toContain(desired.title);
      } else {
        expect(deployment.cancelRequestedAt).toBeDefined();
        expect(shown.status).toBe(404);
      }
    }
    for (const customer of CUSTOMERS) {
      expect(await portal.rows(customer, 'terraform_locks')).toEqual([]);
      expect(await serialFaults(customer)).toEqual([]);
    }
  });

  /** Two applies of one plan would save two states of one serial, or fork. */
  const serialFaults = async (customer: string) => {
    const states = await portal.rows(customer, 'terraform_states');
    const bySite = new Map<string, { serial: number; lineage: string }[]>();
    for (const { site_id: site, serial, lineage } of states) {
      bySite.set(site, [
        ...(bySite.get(site) ?? []),
        { serial: Number(serial), lineage },
      ]);
    }
    return [...bySite].filter(
      ([, versions]) =>
        new Set(versions.map(({ serial }) => serial)).size !==
          versions.length ||
        new Set(versions.map(({ lineage }) => lineage)).size !== 1,
    );
  };
});
