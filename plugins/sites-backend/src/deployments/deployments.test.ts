import { TestDatabases } from '@backstage/backend-test-utils';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { listRunDirectories } from '../terraform/RunDirectory';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import type { PlanEvaluation } from './collaborators';

jest.setTimeout(120_000);

describeWithTerraform('a deployment', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: DeploymentsHarness;
  let evaluate: PlanEvaluation['evaluate'];

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    portal = await DeploymentsHarness.start({
      knex,
      evaluation: { evaluate: input => evaluate(input) },
      customerState: slug => (slug === 'gone' ? 'deactivated' : 'active'),
    });
    portal.deployments.start();
  });

  beforeEach(() => {
    evaluate = async () => ({ findings: [], requiresApproval: false });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.removeData();
  });

  it('takes a site from order to live, through an update, to gone', async () => {
    const order = await portal.order('acme', 'shop');
    const ordered = await portal.reaches(order, 'succeeded', 'failed');
    expect(ordered.steps.map(step => step.state)).toEqual([
      'queued',
      'planning',
      'applying',
      'succeeded',
    ]);
    expect(ordered.plan?.summary).toEqual({
      create: 3,
      update: 0,
      replace: 0,
      destroy: 0,
    });
    expect(await portal.site(order)).toMatchObject({
      state: 'live',
      url: `http://shop.acme.localhost:${portal.port}`,
      active_deployment_id: null,
      last_deployment_id: order.deploymentId,
      cost_labels: {
        tenant: 'acme',
        site: order.siteId,
        product: 'website',
        cloud: 'local',
      },
    });
    expect(await portal.get('shop.acme.localhost')).toMatchObject({
      status: 200,
      text: '<h1>The shop</h1>',
    });

    const update = await portal.change(order, 'apply', {
      title: 'Better',
      size: 'large',
    });
    const updated = await portal.reaches(update, 'succeeded', 'failed');
    expect(updated.plan?.summary).toEqual({
      create: 0,
      update: 1,
      replace: 1,
      destroy: 0,
    });
    expect(await portal.site(order)).toMatchObject({
      state: 'live',
      title: 'Better',
      size: 'large',
    });
    expect((await portal.get('shop.acme.localhost')).text).toBe(
      '<h1>Better</h1>',
    );

    const destroy = await portal.change(update, 'destroy');
    expect((await portal.site(order)).state).toBe('deleting');
    await portal.reaches(destroy, 'succeeded', 'failed');
    expect(await portal.site(order)).toMatchObject({
      state: 'deleted',
      url: null,
      deleted_at: expect.any(Date),
      purge_after: expect.any(Date),
    });
    expect((await portal.get('shop.acme.localhost')).status).toBe(404);
    await expect(
      fs.stat(path.join(portal.dataDirectory, 'published/acme/shop')),
    ).rejects.toThrow(/ENOENT/);
    expect(await portal.rows('acme', 'terraform_locks')).toEqual([]);
    expect(
      await listRunDirectories(path.join(portal.dataDirectory, 'runs')),
    ).toEqual([]);

    const end = { action: 'finishDeployment', outcome: 'succeeded' };
    expect(await portal.recorded(order)).toMatchObject(
      [order, update, destroy].map(({ deploymentId, kind }) => ({
        ...end,
        actor: { ref: 'plugin:sites' },
        after: { deployment: deploymentId, kind, state: 'succeeded' },
      })),
    );

    const again = await portal.order('acme', 'shop');
    await portal.reaches(again, 'succeeded');
  });

  it('has a log that tells what happened, without the token of the run', async () => {
    const order = await portal.order('acme', 'logged');
    await portal.reaches(order, 'succeeded');
    const log = await portal.logText(order);
    expect(log).toMatch(/Terraform has been successfully initialized/);
    expect(log).toMatch(/Apply complete! Resources: 3 added/);
    expect(log).toMatch(/The site is live at http:\/\/logged.acme.localhost/);
  });

  it('checks the health of a site once it is live', async () => {
    const order = await portal.order('acme', 'healthy');
    await portal.reaches(order, 'succeeded');
    for (let round = 0; round < 100; round++) {
      if ((await portal.site(order)).health) break;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect((await portal.site(order)).health).toMatchObject({
      status: 'healthy',
    });
  });

  it('runs several sites side by side, and one deployment per site', async () => {
    const orders = await Promise.all(
      ['one', 'two', 'three', 'four'].map(name => portal.order('acme', name)),
    );
    await expect(portal.change(orders[0], 'apply')).rejects.toThrow(
      /Another deployment of 'one' is not finished/,
    );
    const ended = await Promise.all(
      orders.map(order => portal.reaches(order, 'succeeded', 'failed')),
    );
    expect(ended.map(({ state }) => state)).toEqual(
      orders.map(() => 'succeeded'),
    );
    const [first, second] = ended
      .map(({ steps }) => [steps[1].at.getTime(), steps.at(-1)!.at.getTime()])
      .sort(([a], [b]) => a - b);
    expect(second[0]).toBeLessThan(first[1]);
  });

  it('fails with the reasons of the checks that deny its plan, and applies nothing', async () => {
    evaluate = async () => ({
      findings: [
        { check: 'tier-limits', effect: 'deny', reason: 'Too many sites.' },
        { check: 'other', effect: 'warn', reason: 'Mind this.' },
      ],
      requiresApproval: false,
    });
    const order = await portal.order('acme', 'denied');
    const ended = await portal.reaches(order, 'failed', 'succeeded');
    expect(ended.failure).toEqual({
      code: 'denied',
      message: 'Too many sites.',
    });
    expect(ended.checks).toHaveLength(2);
    expect(ended.plan?.summary.create).toBe(3);
    expect((await portal.site(order)).state).toBe('failed');
    expect((await portal.get('denied.acme.localhost')).status).toBe(404);
    const states = await portal.rows('acme', 'terraform_states');
    expect(states.filter(({ site_id: id }) => id === order.siteId)).toEqual([]);
  });

  describe('that needs an approval', () => {
    beforeEach(() => {
      evaluate = async () => ({ findings: [], requiresApproval: true });
    });

    it('waits, and applies the very plan that was approved', async () => {
      const order = await portal.order('acme', 'approved');
      const waiting = await portal.reaches(order, 'awaiting-approval');
      expect((await portal.get('approved.acme.localhost')).status).toBe(404);
      await expect(
        portal.deployments.control.approve('acme', order.deploymentId, {
          by: 'user:default/olga',
          planHash: 'another',
        }),
      ).rejects.toThrow(/plan has changed/);
      await portal.deployments.control.approve('acme', order.deploymentId, {
        by: 'user:default/olga',
        planHash: waiting.planHash!,
      });
      const ended = await portal.reaches(order, 'succeeded', 'failed');
      expect(ended.steps.map(({ state }) => state)).toEqual([
        'queued',
        'planning',
        'awaiting-approval',
        'queued',
        'applying',
        'succeeded',
      ]);
      expect(ended.planHash).toBe(waiting.planHash);
      expect(ended.approval).toMatchObject({
        decision: 'approved',
        by: 'user:default/olga',
      });
      expect((await portal.get('approved.acme.localhost')).status).toBe(200);
    });

    it('keeps its plan file where nobody can read it, and only while it waits', async () => {
      const order = await portal.order('acme', 'secret');
      const waiting = await portal.reaches(order, 'awaiting-approval');
      const fileOf = async () =>
        (await portal.rows('acme', 'plan_files')).find(
          row => row.deployment_id === order.deploymentId,
        );
      const file = await fileOf();
      expect(file?.ciphertext.includes('tfplan')).toBe(false);
      await portal.deployments.control.approve('acme', order.deploymentId, {
        by: 'user:default/olga',
        planHash: waiting.planHash!,
      });
      await portal.reaches(order, 'succeeded');
      expect(await fileOf()).toBeUndefined();
    });

    it('plans again and waits again when the state moved in between', async () => {
      const order = await portal.order('acme', 'stale');
      const waiting = await portal.reaches(order, 'awaiting-approval');
      await portal.database.transaction('acme', trx =>
        trx('deployments')
          .where({ deployment_id: order.deploymentId })
          .update({ plan_base: JSON.stringify({ serial: 7, lineage: 'x' }) }),
      );
      await portal.deployments.control.approve('acme', order.deploymentId, {
        by: 'user:default/olga',
        planHash: waiting.planHash!,
      });
      await portal.reaches(order, 'planning');
      const again = await portal.reaches(order, 'awaiting-approval');
      expect(again.planHash).not.toBe(waiting.planHash);
      expect(again.approval).toBeUndefined();
      expect(again.voidedApproval).toMatchObject({ by: 'user:default/olga' });
      expect(await portal.logText(order)).toMatch(/planned again/);
    });

    it('ends as failed when it is rejected', async () => {
      const order = await portal.order('acme', 'rejected');
      await portal.reaches(order, 'awaiting-approval');
      await portal.deployments.control.reject('acme', order.deploymentId, {
        by: 'user:default/olga',
        reason: 'Too dear.',
      });
      const ended = await portal.deployment(order);
      expect(ended).toMatchObject({
        state: 'failed',
        failure: {
          code: 'rejected',
          message: expect.stringContaining('Too dear.'),
        },
      });
      expect((await portal.site(order)).state).toBe('failed');
    });

    it('can be cancelled while it waits, at once', async () => {
      const order = await portal.order('acme', 'cancelled');
      await portal.reaches(order, 'awaiting-approval');
      const cancelled = await portal.deployments.control.cancel(
        'acme',
        order.deploymentId,
        { by: 'user:acme/ada' },
      );
      expect(cancelled.state).toBe('cancelled');
    });
  });

  it('can be retried once it failed, with what it was to bring about', async () => {
    evaluate = async () => {
      throw new Error('a check is broken');
    };
    const order = await portal.order('acme', 'retried');
    const failed = await portal.reaches(order, 'failed', 'succeeded');
    expect(failed.failure).toMatchObject({ code: 'internal' });
    expect(failed.failure?.message).not.toMatch(/broken/);

    evaluate = async () => ({ findings: [], requiresApproval: false });
    const retry = await portal.deployments.control.retry(
      'acme',
      order.deploymentId,
      { by: 'user:acme/ada' },
    );
    expect(retry.retryOf).toBe(order.deploymentId);
    await portal.reaches(retry, 'succeeded');
    expect((await portal.site(order)).state).toBe('live');
    await expect(
      portal.deployments.control.retry('acme', order.deploymentId, {
        by: 'user:acme/ada',
      }),
    ).rejects.toThrow(/later deployment/);
  });

  it('is not retried for a customer that is deactivated', async () => {
    const order = await portal.order('gone', 'shop');
    const { control } = portal.deployments;
    const by = 'user:default/olga';
    await portal.reaches(order, 'succeeded');
    evaluate = async () => {
      throw new Error('a check is broken');
    };
    const update = await portal.change(order, 'apply', { title: 'New' });
    await portal.reaches(update, 'failed');
    await expect(
      control.retry('gone', update.deploymentId, { by }),
    ).rejects.toThrow(/deactivated/);
    const destroy = await portal.change(order, 'destroy');
    await portal.reaches(destroy, 'failed');
    evaluate = async () => ({ findings: [], requiresApproval: false });
    const again = await control.retry('gone', destroy.deploymentId, { by });
    await portal.reaches(again, 'succeeded');
  });

  it('is not there for another tenant', async () => {
    const order = await portal.order('acme', 'private');
    await portal.reaches(order, 'succeeded');
    const { control } = portal.deployments;
    for (const id of [order.deploymentId, 'dep_unknown']) {
      await expect(
        control.cancel('rival', id, { by: 'user:rival/eve' }),
      ).rejects.toThrow(`There is no deployment '${id}'`);
    }
  });
});
