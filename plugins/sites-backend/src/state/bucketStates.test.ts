import {
  CreateBucketCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { TestDatabases } from '@backstage/backend-test-utils';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { describeWithMoto, Moto } from '../__testUtils__/Moto';
import { TerraformCopy } from '../__testUtils__/TerraformCopy';
import type { Deployment } from '../domain/Deployment';
import { StateBucket } from './StateBucket';

jest.setTimeout(120_000);

const BUCKET = 'freehold-states';
const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIASTATEBUCKET',
  AWS_SECRET_ACCESS_KEY: 'the-secret-of-the-business-for-states',
};
const BY = 'user:default/olga';

describeWithMoto('states in a bucket', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const before = { ...process.env };
  let moto: Moto;
  let directory: string;
  let terraform: TerraformCopy;
  let portal: DeploymentsHarness;
  let bucket: StateBucket;

  beforeEach(async () => {
    Object.assign(process.env, KEYS);
    moto = await Moto.start();
    const settings = {
      bucket: BUCKET,
      region: 'eu-central-1',
      keyPrefix: 'portal/',
      endpoint: moto.endpoint,
    };
    const s3 = new S3Client({
      region: settings.region,
      endpoint: moto.endpoint,
      forcePathStyle: true,
    });
    await s3.send(
      new CreateBucketCommand({
        Bucket: BUCKET,
        CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
      }),
    );
    await s3.send(
      new PutBucketVersioningCommand({
        Bucket: BUCKET,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
    bucket = new StateBucket(settings);
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    terraform = await TerraformCopy.into(directory);
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      terraformDirectory: terraform.directory,
      sites: {
        state: { kind: 's3', ...settings },
        deployments: { retryAfter: { seconds: 1 } },
      },
    });
    portal.deployments.start();
  });

  afterEach(async () => {
    await portal.stop();
    await moto.stop();
    await fs.rm(directory, { recursive: true, force: true });
    process.env = { ...before };
  });

  const lockOf = (of: Deployment) => bucket.get(bucket.lockKeyOf(of));
  const states = () => portal.deployments.states;
  const list = (of: Deployment) =>
    states().listStates(of.tenant, of.siteId, { offset: 0, limit: 10 });

  it('are kept there only, under a key of each site, with runs side by side', async () => {
    const orders = [
      await portal.order('acme', 'shop'),
      await portal.order('birch', 'shop'),
    ];
    for (const order of orders) {
      await portal.reaches(order, 'succeeded');
      const state = await bucket.get(
        `portal/${order.tenant}/${order.siteId}/terraform.tfstate`,
      );
      expect(state?.body.toString()).toContain(`shop.${order.tenant}.`);
      expect(await lockOf(order)).toBeUndefined();
      const log = await portal.logText(order);
      expect(log).toContain('backend "s3"');
      expect(log).not.toContain(KEYS.AWS_SECRET_ACCESS_KEY);
    }
    expect(await portal.rows('acme', 'terraform_states')).toEqual([]);
  });

  it('are listed, downloaded and rolled back as versions of the bucket', async () => {
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'succeeded');
    await portal.reaches(
      await portal.change(order, 'apply', { title: 'Other' }),
      'succeeded',
    );
    const { items, total } = await list(order);
    expect(total).toBeGreaterThan(1);
    const [newest] = items;
    const oldest = items.at(-1)!;
    expect(newest.serial).toBeGreaterThan(oldest.serial!);
    const { state } = await states().download(
      'acme',
      order.siteId,
      oldest.version,
    );
    expect(JSON.parse(state.toString()).serial).toBe(oldest.serial);

    await states().restore('acme', order.siteId, oldest.version, {
      by: BY,
      reason: 'Tried',
    });
    const after = await list(order);
    expect(after.total).toBe(total + 1);
    expect(after.items[0]).toMatchObject({
      serial: newest.serial! + 1,
      lineage: newest.lineage,
      restoredFrom: oldest.version,
      restoredBy: BY,
    });
    await expect(
      states().download('acme', order.siteId, 'nonsense'),
    ).rejects.toThrow(/no version/);
    await portal.reaches(
      await portal.change(order, 'apply', { title: 'Third' }),
      'succeeded',
    );
  });

  it('wait for a lock that somebody else holds, until it is released', async () => {
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'succeeded');
    const info = {
      ID: 'by-hand',
      Operation: 'OperationTypeApply',
      Who: 'olga@laptop',
      Created: new Date(Date.now() - 60_000).toISOString(),
    };
    await bucket.put(
      bucket.lockKeyOf(order),
      Buffer.from(JSON.stringify(info)),
    );
    const change = await portal.change(order, 'apply', { title: 'Other' });
    while (!(await portal.deployment(change)).setback) await sleep(200);
    expect((await portal.deployment(change)).setback?.code).toBe(
      'state-locked',
    );
    expect((await list(order)).lock).toMatchObject({
      lockId: 'by-hand',
      holder: 'olga@laptop',
    });
    for (;;) {
      try {
        await states().releaseLock('acme', order.siteId, {
          lockId: 'by-hand',
          reason: 'Olga went home',
        });
        break;
      } catch (error) {
        expect(String(error)).toMatch(/is running/);
        await sleep(200);
      }
    }
    await portal.reaches(change, 'succeeded');
  });

  it('are unlocked after a run that was killed', async () => {
    await terraform.publishAfter("trap '' INT; sleep 20");
    const order = await portal.order('acme', 'shop');
    await portal.reaches(order, 'applying');
    while (!(await lockOf(order))) await sleep(100);
    await portal.deployments.control.forceCancel('acme', order.deploymentId, {
      by: BY,
      reason: 'It hangs.',
    });
    await portal.reaches(order, 'cancelled');
    expect(await lockOf(order)).toBeUndefined();
    await terraform.publishAfter('true');
    const retry = await portal.deployments.control.retry(
      'acme',
      order.deploymentId,
      { by: 'user:acme/ada' },
    );
    await portal.reaches(retry, 'succeeded');
  });
});
