import { TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../domain/Deployment';
import {
  DeploymentsHarness,
  MIGRATIONS,
  TEST_KEY,
} from '../__testUtils__/DeploymentsHarness';
import { DriftingTerraform } from '../__testUtils__/DriftingTerraform';
import { saveAccessKey } from '../__testUtils__/saveAccessKey';
import { StsDouble } from '../__testUtils__/StsDouble';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import { listRunDirectories } from '../terraform/RunDirectory';

jest.setTimeout(120_000);

const OLGA = 'user:default/olga';

describeWithTerraform('a drift check', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let aws: StsDouble;
  let directory: string;
  let terraform: DriftingTerraform;
  let portal: DeploymentsHarness;
  let order: Deployment;

  beforeEach(async () => {
    aws = await StsDouble.start();
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    terraform = await DriftingTerraform.into(directory);
    const sites = { aws: { endpoint: aws.endpoint } };
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      sites: {
        ...sites,
        terraform: {
          binary: terraform.binary,
          directory: terraform.directory,
          cancelGrace: { seconds: 60 },
        },
      },
    });
    portal.deployments.start();
    const config = new ConfigReader({
      sites,
      tenancy: { encryption: { keys: [{ id: 'test', key: TEST_KEY }] } },
    });
    await saveAccessKey({ config, database: portal.database }, 'birch');
    order = await portal.order(
      'birch',
      'shop',
      { cloud: 'aws', region: 'eu-central-1' },
      { credentialOwner: 'customer' },
    );
    await portal.reaches(order, 'succeeded');
  });

  afterEach(async () => {
    await portal.stop();
    await aws.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  const ask = () =>
    portal.deployments.driftChecks.checkDrift('birch', order.siteId, {
      by: OLGA,
    });
  const check = async () =>
    portal.reaches(await ask(), 'succeeded', 'failed', 'cancelled');
  const decisions = () => portal.deployments.driftDecisions;
  const states = () => portal.rows('birch', 'terraform_states');
  const told = () =>
    portal.messages.flatMap(message =>
      message.kind === 'notification' && message.topic === 'drift-found'
        ? [message]
        : [],
    );

  it('finds nothing in a site that is as it was brought about', async () => {
    const { state, plan } = await check();
    expect(state).toBe('succeeded');
    expect(plan?.changes).toEqual([]);
    expect(await portal.site(order)).toMatchObject({
      drift_checked_at: expect.any(Date),
      drift_found_at: null,
      last_deployment_id: order.deploymentId,
      state: 'live',
    });
    expect(told()).toEqual([]);
  });

  it('shows what was and what is, but no secret, and nothing that is left to others', async () => {
    await terraform.find({
      was: { tags: { owner: 'birch' }, password: 'old-secret' },
      is: { tags: { owner: 'nobody' }, password: 'new-secret' },
      left: { desired_count: 4 },
      sensitive: ['password'],
    });
    const found = await check();
    expect(found.plan?.changes).toEqual([
      {
        address: 'terraform_data.script',
        type: 'terraform_data',
        name: 'script',
        action: 'update',
        attributes: [
          { path: 'password', sensitive: true },
          {
            path: 'tags.owner',
            sensitive: false,
            before: 'birch',
            after: 'nobody',
          },
        ],
      },
    ]);
    expect(
      JSON.stringify(await portal.rows('birch', 'deployments')),
    ).not.toMatch(/old-secret|new-secret/);
    expect(await portal.site(order)).toMatchObject({
      drift_found_at: expect.any(Date),
      drift_check_id: found.deploymentId,
    });
  });

  it('says that a resource is gone', async () => {
    await terraform.find({ was: { tags: {} }, is: null });
    const { plan } = await check();
    expect(plan?.summary).toEqual({
      create: 0,
      update: 0,
      replace: 0,
      destroy: 1,
    });
  });

  it('leaves the state as it was, and nothing locked or on disk', async () => {
    await terraform.find({ was: { a: '1' }, is: { a: '2' } });
    const before = await states();
    await check();
    expect(await states()).toEqual(before);
    expect(await portal.rows('birch', 'terraform_locks')).toEqual([]);
    expect(await listRunDirectories(path.join(directory, 'data/runs'))).toEqual(
      [],
    );
  });

  it('tells owners, admins and operators once of a finding, and again of another', async () => {
    await terraform.find({ was: { a: '1' }, is: { a: '2' } });
    const first = await check();
    await check();
    expect(told()).toEqual([
      expect.objectContaining({
        tenant: 'birch',
        title: 'The shop was changed outside of the portal',
        recipients: ['user:birch/bea', OLGA],
        link: `/sites/birch/${order.siteId}`,
      }),
    ]);
    await terraform.find({ was: { a: '1' }, is: { a: '3' } });
    await check();
    expect(told()).toHaveLength(2);
    const recorded = await portal.recorded(order);
    expect(recorded.filter(it => it.action === 'findDrift')).toEqual([
      expect.objectContaining({
        actor: { ref: 'plugin:sites' },
        after: {
          deployment: first.deploymentId,
          resources: ['terraform_data.script'],
        },
      }),
      expect.anything(),
    ]);
  });

  it('that finds the site as it was again takes the finding back', async () => {
    await terraform.find({ was: { a: '1' }, is: { a: '2' } });
    await check();
    await terraform.findNothing();
    await check();
    expect(await portal.site(order)).toMatchObject({ drift_found_at: null });
    expect(await portal.rows('birch', 'plan_files')).toEqual([]);
  });

  it('gives way to a change of the site at once, and leaves no lock to it', async () => {
    await terraform.hang();
    const hanging = await ask();
    while (!(await terraform.isHanging())) await sleep(20);
    await terraform.hangNoMore();
    const change = await portal.change(order, 'apply', { title: 'Another' });
    await portal.reaches(change, 'succeeded', 'failed');
    expect(await portal.deployment(change)).toMatchObject({
      state: 'succeeded',
      attempts: 1,
    });
    expect(await portal.deployment(hanging)).toMatchObject({
      state: 'cancelled',
      failure: undefined,
    });
    expect(await portal.logText(hanging)).toContain(
      'A change of the site came first',
    );
    expect(await portal.rows('birch', 'terraform_locks')).toEqual([]);
    expect(await portal.site(order)).toMatchObject({ state: 'live' });
  });

  it('is not made while a deployment of the site is not finished', async () => {
    await portal.database.transaction('birch', trx =>
      trx('sites').update({ active_deployment_id: 'dep_other' }),
    );
    await expect(ask()).rejects.toThrow(/Check the site after it/);
  });

  it('that fails is not tried again, stays out of the given up ones, and the site stays live', async () => {
    await terraform.failWith('connection reset by peer');
    const { state, attempts, failure } = await check();
    expect({ state, attempts }).toEqual({ state: 'failed', attempts: 1 });
    expect(failure?.code).toBe('network');
    expect(await portal.rows('birch', 'dead_letters')).toEqual([]);
    expect(await portal.site(order)).toMatchObject({
      state: 'live',
      drift_checked_at: null,
    });
  });

  it('is no deployment of the site, but has a list of its own', async () => {
    const { deploymentId } = await check();
    const { items, total } =
      await portal.deployments.driftChecks.listDriftChecks(
        'birch',
        order.siteId,
        { offset: 0, limit: 10 },
      );
    expect({ total, ids: items.map(it => it.deploymentId) }).toEqual({
      total: 1,
      ids: [deploymentId],
    });
    await expect(
      portal.deployments.driftChecks.listDriftChecks('cedar', order.siteId, {
        offset: 0,
        limit: 10,
      }),
    ).rejects.toThrow(/no site/);
  });

  describe('has found something, which', () => {
    let found: Deployment;

    beforeEach(async () => {
      await terraform.find({ was: { a: '1' }, is: { a: '2' } });
      found = await check();
    });

    const accept = (planHash = found.planHash!) =>
      decisions().acceptDrift('birch', order.siteId, { by: OLGA, planHash });

    it('a deployment puts right that is planned as any', async () => {
      const begun = await decisions().reconcileDrift('birch', order.siteId, {
        by: 'user:birch/bea',
      });
      expect(begun).toMatchObject({
        kind: 'apply',
        desired: order.desired,
        price: expect.objectContaining({ amount: '12.50' }),
      });
      await portal.reaches(begun, 'succeeded');
      expect(await portal.site(order)).toMatchObject({
        drift_found_at: null,
        drift_check_id: null,
        last_deployment_id: begun.deploymentId,
      });
      expect(await portal.rows('birch', 'plan_files')).toEqual([]);
      await expect(
        decisions().reconcileDrift('birch', order.siteId, { by: OLGA }),
      ).rejects.toThrow(/No drift of 'shop' is known/);
    });

    it('staff accept by the very plan of the check', async () => {
      const begun = await accept();
      const { state, approval } = await portal.reaches(
        begun,
        'succeeded',
        'failed',
      );
      expect(state).toBe('succeeded');
      expect(approval).toMatchObject({ by: OLGA, planHash: found.planHash });
      expect(await portal.site(order)).toMatchObject({
        drift_found_at: null,
        state: 'live',
      });
      expect(await portal.rows('birch', 'plan_files')).toEqual([]);
      const recorded = await portal.recorded(order);
      expect(recorded).toContainEqual(
        expect.objectContaining({
          action: 'acceptDrift',
          after: expect.objectContaining({
            check: found.deploymentId,
            plan: found.planHash,
          }),
        }),
      );
    });

    it('nobody accepts who saw another finding', async () => {
      await expect(accept('0'.repeat(64))).rejects.toThrow(
        /checked again since you looked/,
      );
      expect(await portal.site(order)).toMatchObject({
        active_deployment_id: null,
      });
    });

    it('nobody accepts once the state moved on', async () => {
      await portal.database.transaction('birch', trx =>
        trx('terraform_states').increment('serial', 1),
      );
      await expect(accept()).rejects.toThrow(/has changed since this drift/);
    });

    it('is not accepted when the state moves on before its turn', async () => {
      // Without a job nobody begins it yet.
      jest.spyOn(portal.queue, 'send').mockResolvedValue(undefined);
      const begun = await accept();
      await portal.database.transaction('birch', trx =>
        trx('terraform_states').increment('serial', 1),
      );
      jest.restoreAllMocks();
      await portal.queue.send('birch', begun.deploymentId);
      const { failure } = await portal.reaches(begun, 'succeeded', 'failed');
      expect(failure).toMatchObject({
        code: 'plan-changed',
        message: expect.stringMatching(/Check the site again/),
      });
      expect(await portal.site(order)).toMatchObject({
        drift_check_id: found.deploymentId,
        state: 'live',
      });
    });
  });
});
