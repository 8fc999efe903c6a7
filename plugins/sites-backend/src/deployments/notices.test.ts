import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';
import type { PlanEvaluation } from './collaborators';

jest.setTimeout(120_000);

describeWithTerraform('people are told', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: DeploymentsHarness;
  let evaluate: PlanEvaluation['evaluate'];

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    portal = await DeploymentsHarness.start({
      knex,
      evaluation: { evaluate: input => evaluate(input) },
    });
    portal.deployments.start();
  });

  afterAll(async () => {
    await portal.stop();
    await portal.removeData();
  });

  /** Topics and recipients of what was told about a deployment, in order. */
  const toldAbout = (deploymentId: string) =>
    portal.messages.flatMap(message =>
      message.kind === 'notification' && message.link?.endsWith(deploymentId)
        ? [{ topic: message.topic, to: message.recipients }]
        : [],
    );

  const CUSTOMER = ['user:birch/ada', 'user:birch/bea'];

  it('who began a deployment, owners and admins, that it succeeded', async () => {
    evaluate = async () => ({ findings: [], requiresApproval: false });
    const order = await portal.order('birch', 'shop');
    await portal.reaches(order, 'succeeded', 'failed');
    expect(toldAbout(order.deploymentId)).toEqual([
      { topic: 'deployment-succeeded', to: CUSTOMER },
    ]);
    expect(portal.messages.at(-1)).toMatchObject({
      tenant: 'birch',
      title: 'The shop is deployed',
      link: `/sites/birch/deployments/${order.deploymentId}`,
    });
  });

  it('the same, that it failed, and why', async () => {
    evaluate = async () => ({
      findings: [
        { check: 'rule', effect: 'deny', reason: 'Too large. Shrink.' },
      ],
      requiresApproval: false,
    });
    const order = await portal.order('birch', 'big');
    await portal.reaches(order, 'failed');
    expect(toldAbout(order.deploymentId)).toEqual([
      { topic: 'deployment-failed', to: CUSTOMER },
    ]);
    expect(portal.messages.at(-1)).toMatchObject({
      description: 'Too large. Shrink.',
      severity: 'high',
    });
  });

  it('operators, that an approval is asked for, and the customer, what they decided', async () => {
    evaluate = async () => ({ findings: [], requiresApproval: true });
    const order = await portal.order('birch', 'asked');
    await portal.reaches(order, 'awaiting-approval');
    await portal.deployments.control.reject('birch', order.deploymentId, {
      by: 'user:default/olga',
      reason: 'Not this month.',
    });
    expect(toldAbout(order.deploymentId)).toEqual([
      { topic: 'approval-asked', to: ['user:default/olga'] },
      { topic: 'approval-decided', to: CUSTOMER },
    ]);
    expect(portal.messages.at(-1)).toMatchObject({
      description: 'Not this month.',
    });
  });
});
