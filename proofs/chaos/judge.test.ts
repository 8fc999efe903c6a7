import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Session } from '../http/Session.ts';
import { findTerraform } from '../portal/findTerraform.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { deploymentEnd, orderSite, type Ordered } from '../seed/orders.ts';
import { until } from '../seed/until.ts';
import { judgeDeployments } from './judgeDeployments.ts';
import { type Folders, judgeMachine, judgeSites } from './judgeWorld.ts';

// One fault of each kind, made by hand: what the trial is to see, it sees.

const SOON_MS = 200;

describe('the judge of a machine', () => {
  let folders: Folders;

  beforeEach(async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'freehold-judge-'));
    folders = foldersIn(root);
    await mkdir(folders.runs[0]);
  });

  afterEach(() => rm(folders.root, { recursive: true }));

  const judge = () => judgeMachine(folders, SOON_MS);

  it('finds nothing after runs that came to their end one by one', async () => {
    await writeFile(
      folders.journal.published,
      '/runs/dep_a1/stack\n/runs/dep_a2/stack\n',
    );
    assert.deepEqual(await judge(), []);
  });

  it('finds a process that outlived its run', async () => {
    const orphan = spawn('sleep', ['60'], { cwd: folders.runs[0] });
    await once(orphan, 'spawn');
    const faults = await judge();
    orphan.kill();
    assert.deepEqual(faults, [`process ${orphan.pid} is left: sleep 60`]);
  });

  it('finds the folder of a run that was never settled', async () => {
    await mkdir(path.join(folders.runs[0], 'dep_a1'));
    assert.deepEqual(await judge(), ['left in the folder of runs: dep_a1']);
  });

  it('finds two runs that published a site at once', async () => {
    await writeFile(folders.journal.overlaps, '/published/ash/shop\n');
    assert.deepEqual(await judge(), [
      'two runs at once published /published/ash/shop',
    ]);
  });

  it('finds a run that was applied to its end twice', async () => {
    const line = '/runs/dep_a1/stack\n';
    await writeFile(folders.journal.published, line + line);
    assert.deepEqual(await judge(), ['dep_a1 published twice']);
  });
});

describe(
  'the judge of deployments and sites',
  { skip: findTerraform() ? false : 'terraform is not installed' },
  () => {
    let running: RunningPortal;
    let session: Session;
    let customer: string;
    let made = 0;

    before(async () => {
      running = await startPortal();
      customer = running.cast.onlooker.slug;
      const { email } = running.cast.onlooker.members[0];
      const { password } = running.cast;
      session = await Session.signIn(running.portal.url, email, {
        email,
        password,
      });
    });

    after(() => running.remove());

    /** A site of two deployments that nobody disturbed. */
    async function makeSite(): Promise<Ordered & { changedBy: string }> {
      const name = `judged-${(made += 1)}`;
      const site = await orderSite(session, customer, { name });
      await deploymentEnd(session, customer, site.deploymentId);
      const { deployment } = await session.json({
        method: 'PATCH',
        path: `/api/sites/customers/${customer}/sites/${site.siteId}`,
        body: { title: `Changed ${name}` },
      });
      await deploymentEnd(session, customer, deployment.deploymentId);
      return { ...site, changedBy: deployment.deploymentId };
    }

    const change = (sql: string, values: unknown[]) =>
      running.database.acrossTenants(sql, values);

    /** As if the deployment had saved once more, past the lock. */
    const saveState = (siteId: string, deploymentId: string, more: number) =>
      change(
        `insert into sites.terraform_states
           (tenant_id, site_id, version, serial, lineage, deployment_id, sha256, ciphertext)
         select tenant_id, site_id, version + 1, serial + $3::int, lineage, $2, sha256, ciphertext
           from sites.terraform_states where site_id = $1
          order by version desc limit 1`,
        [siteId, deploymentId, more],
      );

    /** What it finds, without what other tests have broken. */
    async function faultsAbout(...ids: string[]): Promise<string[]> {
      const { database, portal } = running;
      const published = path.join(portal.dataFolder, 'published');
      const faults = [
        ...(await judgeDeployments(database, SOON_MS)),
        ...(await judgeSites(portal, database, foldersIn('', published), {
          isMended: true,
        })),
      ];
      return faults.filter(fault => ids.some(id => fault.includes(id)));
    }

    it('finds nothing after deployments that nobody disturbed', async () => {
      const { siteId, deploymentId, changedBy, name } = await makeSite();
      const ids = [siteId, deploymentId, changedBy, name];
      // People are told, and the record is written, shortly after.
      await until('nothing to be found', async () =>
        (await faultsAbout(...ids)).length === 0 ? true : undefined,
      );
    });

    it('finds two deployments of a site that applied at once', async () => {
      const { siteId, deploymentId } = await makeSite();
      await saveState(siteId, deploymentId, 1);
      assert.deepEqual(await faultsAbout(deploymentId), [
        `${deploymentId} wrote 2 states in 2 turns`,
      ]);
    });

    it('finds a state that was written over an older one', async () => {
      const { siteId, changedBy } = await makeSite();
      await saveState(siteId, changedBy, 0);
      const faults = await faultsAbout(siteId);
      assert.equal(faults.length, 1);
      assert.match(faults[0], / has serial \d+ after \d+$/);
    });

    it('finds a lock that nobody holds any more', async () => {
      const { siteId, deploymentId } = await makeSite();
      await change(
        `insert into sites.terraform_locks (tenant_id, site_id, lock_id, info, deployment_id)
         values ($1, $2, 'left', '{}', $3)`,
        [customer, siteId, deploymentId],
      );
      const faults = await faultsAbout(siteId);
      assert.equal(faults.length, 1);
      assert.match(faults[0], /^a lock is left/);
    });

    it('finds an end that is not the one of the steps', async () => {
      const { changedBy } = await makeSite();
      await change(
        `update sites.deployments set state = 'cancelled', cancel_requested_at = now()
          where deployment_id = $1`,
        [changedBy],
      );
      const [fault] = await faultsAbout(changedBy);
      assert.equal(fault, `its end is not true: ${changedBy} cancelled `);
    });

    it('finds a worker that still holds what is over', async () => {
      const { changedBy } = await makeSite();
      await change(
        `update sites.deployments set worker_id = 'gone' where deployment_id = $1`,
        [changedBy],
      );
      const faults = await faultsAbout(changedBy);
      assert.deepEqual(faults, [
        `its end is not true: ${changedBy} succeeded `,
      ]);
    });

    it('finds a site that is live by its row alone', async () => {
      const { name } = await makeSite();
      await rm(
        path.join(running.portal.dataFolder, 'published', customer, name),
        { recursive: true },
      );
      const faults = await faultsAbout(`/${name} `);
      assert.equal(faults.length, 2);
      assert.match(faults[0], /it answers [45]\d\d$/);
      assert.match(faults[1], /published are \[\]$/);
    });
  },
);

function foldersIn(root: string, published = ''): Folders {
  return {
    root,
    runs: [path.join(root, 'runs')],
    published,
    journal: {
      overlaps: path.join(root, 'overlaps'),
      published: path.join(root, 'journal'),
    },
  };
}
