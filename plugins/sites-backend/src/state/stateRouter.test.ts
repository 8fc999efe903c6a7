import { TestDatabases } from '@backstage/backend-test-utils';
import type { DeploymentState } from '@freehold/plugin-sites-common';
import { createHash } from 'node:crypto';
import request from 'supertest';
import type { Deployment } from '../domain/Deployment';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { createRunToken } from './runTokens';

jest.setTimeout(60_000);

const CANARY = 'canary-in-the-state';

const stateOf = (serial: number, lineage = 'lineage-1', content = CANARY) =>
  `{
  "version": 4,
  "terraform_version": "1.11.4",
  "serial": ${serial},
  "lineage": "${lineage}",
  "outputs": {},
  "resources": [
    {
      "secret": "${content}",
      "large": 12345678901234567890
    }
  ]
}
`;

const lockOf = (id: string) => ({ ID: id, Operation: 'OperationTypeApply' });

describe("Terraform's state backend", () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: DeploymentsHarness;
  let run: Deployment;
  let token: string;

  /** What a worker does when it takes the deployment up. */
  const hold = async (of: Deployment, state: DeploymentState) => {
    const created = createRunToken();
    await portal.database.transaction(of.tenant, trx =>
      trx('deployments')
        .where({ deployment_id: of.deploymentId })
        .update({ state, run_token_hash: created.hash, worker_id: 'me' }),
    );
    return created.token;
  };

  beforeEach(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    portal = await DeploymentsHarness.start({ knex });
    run = await portal.order('acme', 'shop');
    token = await hold(run, 'applying');
  });

  afterEach(async () => {
    await portal.stop();
    await portal.removeData();
  });

  const agent = () => request(`http://127.0.0.1:${portal.port}`);
  const pathOf = (of: Deployment = run) =>
    `/api/sites/terraform-state/${of.tenant}/${of.siteId}`;
  const read = () => agent().get(pathOf()).auth(run.deploymentId, token);
  const write = (body: string, lockId: string) =>
    agent()
      .post(`${pathOf()}?ID=${lockId}`)
      .auth(run.deploymentId, token)
      .set('content-type', 'application/json')
      .set('content-md5', createHash('md5').update(body).digest('base64'))
      .send(body);
  const lock = (id: string) =>
    agent()
      .post(`${pathOf()}/lock`)
      .auth(run.deploymentId, token)
      .send(lockOf(id));
  const unlock = (id: string) =>
    agent()
      .delete(`${pathOf()}/lock`)
      .auth(run.deploymentId, token)
      .send(lockOf(id));
  const versions = () => portal.rows('acme', 'terraform_states');

  it('has no state at first, and then the one that was written, to the byte', async () => {
    expect((await read()).status).toBe(204);
    await lock('one').expect(200);
    await write(stateOf(1), 'one').expect(200);
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(stateOf(1));
    await unlock('one').expect(200);
  });

  it('keeps every version, and none in plain text', async () => {
    await lock('one');
    await write(stateOf(1), 'one').expect(200);
    await write(stateOf(2), 'one').expect(200);
    await write(stateOf(5), 'one').expect(200);
    const rows = await versions();
    expect(rows.map(row => [row.version, Number(row.serial)])).toEqual([
      [1, 1],
      [2, 2],
      [3, 5],
    ]);
    for (const row of rows) {
      expect(row.ciphertext.includes(CANARY)).toBe(false);
    }
  });

  it('takes the same state again, and no other one that does not follow', async () => {
    await lock('one');
    await write(stateOf(3), 'one').expect(200);
    await write(stateOf(3), 'one').expect(200);
    await write(stateOf(3, 'lineage-1', 'other'), 'one').expect(409);
    await write(stateOf(2), 'one').expect(409);
    await write(stateOf(4, 'lineage-2'), 'one').expect(409);
    expect(await versions()).toHaveLength(1);
  });

  it('shows who holds the lock to whoever comes second', async () => {
    await lock('one').expect(200);
    const second = await lock('two').expect(423);
    expect(second.body).toEqual(lockOf('one'));
    await write(stateOf(1), 'two').expect(409);
    await unlock('two').expect(409);
    await unlock('one').expect(200);
    await lock('two').expect(200);
  });

  it('lets one of many that come at once have the lock', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => lock(`lock-${index}`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(9);
  });

  it('writes nothing without the lock', async () => {
    await write(stateOf(1), 'one').expect(409);
    expect(await versions()).toEqual([]);
  });

  it('takes a state of many megabytes, and refuses one that was damaged on its way', async () => {
    await lock('one');
    await write(stateOf(1, 'lineage-1', 'x'.repeat(20_000_000)), 'one').expect(
      200,
    );
    await agent()
      .post(`${pathOf()}?ID=one`)
      .auth(run.deploymentId, token)
      .set('content-type', 'application/json')
      .set('content-md5', createHash('md5').update('else').digest('base64'))
      .send(stateOf(2))
      .expect(400);
    expect(await versions()).toHaveLength(1);
  });

  it.each(['', 'nonsense', '{}', '{"version":3,"serial":1,"lineage":"x"}'])(
    'refuses %j as a state',
    async body => {
      await lock('one');
      expect((await write(body, 'one')).status).toBe(400);
    },
  );

  it.each(['', 'nonsense', '{}', '{"ID":"a b"}', '{"ID":7}'])(
    'refuses %j as a lock',
    async body => {
      const answer = await agent()
        .post(`${pathOf()}/lock`)
        .auth(run.deploymentId, token)
        .set('content-type', 'application/json')
        .send(body);
      expect(answer.status).toBe(400);
    },
  );

  it('lets nobody in without the token of a run that holds the site now', async () => {
    const other = await portal.order('acme', 'other');
    const rival = await portal.order('rival', 'shop');
    const otherToken = await hold(other, 'applying');
    const rivalToken = await hold(rival, 'applying');
    const attempts = [
      agent().get(pathOf()),
      agent().get(pathOf()).auth(run.deploymentId, 'wrong'),
      agent().get(pathOf()).auth(run.deploymentId, ''),
      agent().get(pathOf()).auth('', token),
      agent().get(pathOf()).auth('dep\0', token),
      agent().get(pathOf()).auth(other.deploymentId, otherToken),
      agent().get(pathOf()).auth(rival.deploymentId, rivalToken),
      agent().get(pathOf(rival)).auth(run.deploymentId, token),
      agent().get(`${pathOf()}%00`).auth(run.deploymentId, token),
      agent().get(pathOf()).set('authorization', `Bearer ${token}`),
    ];
    for (const attempt of attempts) {
      expect((await attempt).status).toBe(401);
    }
  });

  it.each(['queued', 'awaiting-approval', 'succeeded', 'failed'] as const)(
    'lets a run in no more once its deployment is %s',
    async state => {
      await hold(run, state);
      expect((await read()).status).toBe(401);
    },
  );

  it('lets a run that plans read and lock, and not write', async () => {
    token = await hold(run, 'planning');
    await read().expect(204);
    await lock('one').expect(200);
    await write(stateOf(1), 'one').expect(400);
    await unlock('one').expect(200);
    expect(await versions()).toEqual([]);
  });

  it('opens no state that was moved to another site or another customer', async () => {
    await lock('one');
    await write(stateOf(1), 'one').expect(200);
    const [row] = await versions();
    const rival = await portal.order('rival', 'shop');
    const rivalToken = await hold(rival, 'applying');
    await portal.database.transaction('rival', trx =>
      trx('terraform_states').insert({
        ...row,
        tenant_id: 'rival',
        site_id: rival.siteId,
      }),
    );
    const answer = await agent()
      .get(pathOf(rival))
      .auth(rival.deploymentId, rivalToken);
    expect(answer.status).not.toBe(200);
    expect(answer.text).not.toContain(CANARY);
  });
});
