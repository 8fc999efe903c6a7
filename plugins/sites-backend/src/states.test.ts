import { TestDatabases } from '@backstage/backend-test-utils';
import { createEnvelopeCipher } from '@freehold/plugin-tenancy-node';
import { orderSite } from './__testUtils__/orderSite';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { StatesStore } from './database/StatesStore';
import { createWorkerId } from './deployments/workerIdentity';
import { TerraformStates } from './state/TerraformStates';

jest.setTimeout(60_000);

const OPERATOR = 'default/olga';

const stateOf = (serial: number, word: string) =>
  Buffer.from(`{
  "version": 4,
  "terraform_version": "1.11.4",
  "serial": ${serial},
  "lineage": "lineage-1",
  "outputs": {
    "url": { "value": "http://${word}.example", "type": "string" },
    "key": { "value": "${word}-output-secret", "type": "string", "sensitive": true }
  },
  "resources": [
    {
      "mode": "managed",
      "type": "aws_db_instance",
      "name": "main",
      "instances": [
        {
          "attributes": {
            "engine": "postgres",
            "password": "${word}-named-secret",
            "large": 12345678901234567890,
            "settings": [{ "key": "${word}-marked-secret" }]
          },
          "sensitive_attributes": [
            [
              { "type": "get_attr", "value": "settings" },
              { "type": "index", "value": { "value": 0, "type": "number" } },
              { "type": "get_attr", "value": "key" }
            ]
          ],
          "private": "${word}-private"
        }
      ]
    },
    { "mode": "data", "type": "aws_region", "name": "x", "instances": [{}] }
  ]
}
`);

describe('the state of a site', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;
  let states: TerraformStates;
  let address: { tenant: string; siteId: string; deploymentId: string };

  const path = () =>
    `/api/sites/customers/${address.tenant}/sites/${address.siteId}`;
  const list = (user = OPERATOR) => portal.as(user).get(`${path()}/states`);
  const download = (version: string) =>
    portal.as(OPERATOR).get(`${path()}/states/${version}/download`);
  const restore = (version: string, reason = 'It was right then') =>
    portal
      .as(OPERATOR)
      .post(`${path()}/states/${version}/restore`)
      .send({ reason });
  const release = (lockId: string) =>
    portal
      .as(OPERATOR)
      .post(`${path()}/state-lock/release`)
      .send({ lockId, reason: 'Its machine is gone' });
  const write = async (serial: number, word: string) => {
    await states.lock(address, { lockId: 'run', info: { ID: 'run' } });
    await states.write(address, stateOf(serial, word), 'run');
    await states.unlock(address, 'run');
  };
  const recordedActions = async () =>
    (await portal.recorded()).map(({ action }) => action);

  beforeEach(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
    const { database } = portal;
    states = TerraformStates.create({
      database,
      store: new StatesStore(),
      cipher: createEnvelopeCipher(portal.config),
    });
    const { site, deployment } = await orderSite(portal);
    address = {
      tenant: 'birch',
      siteId: site.siteId,
      deploymentId: deployment.deploymentId,
    };
    await write(1, 'first');
    await write(2, 'second');
  });

  it('is listed with all its versions, newest first, and where each came from', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.total).toBe(2);
    expect(body.lock).toBeUndefined();
    expect(body.items[0]).toEqual({
      version: '2',
      serial: 2,
      lineage: 'lineage-1',
      bytes: stateOf(2, 'second').length,
      resourceCount: 1,
      deploymentId: address.deploymentId,
      createdAt: expect.any(String),
    });
  });

  it('is downloaded with its secrets masked, and that is on the record', async () => {
    const { status, text, headers } = await download('2');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/birch-.*-2\.tfstate\.json/);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('http://second.example');
    expect(text).toContain('12345678901234567890');
    expect(text).not.toMatch(/second-(output|named|marked|private)/);
    const [last] = (await portal.recorded()).slice(-1);
    expect(last).toMatchObject({
      action: 'downloadState',
      object: { id: address.siteId },
      after: { version: '2' },
    });
  });

  it('is rolled back as a new version, which the next run follows', async () => {
    const { status, body } = await restore('1');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      version: '3',
      serial: 3,
      restoredFrom: '1',
      restoredBy: 'user:default/olga',
    });
    expect((await states.read(address))!.toString()).toBe(
      stateOf(3, 'first').toString(),
    );
    expect((await list()).body.items.map((it: any) => it.version)).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect((await portal.recorded()).at(-1)).toMatchObject({
      action: 'restoreState',
      reason: 'It was right then',
      after: { restoredFrom: '1' },
    });
    await write(4, 'fourth');
  });

  it('is not rolled back to what it is, nor to what is not kept', async () => {
    expect((await restore('2')).status).toBe(409);
    for (const version of ['9', '0', 'x', '1e1', '99999999999']) {
      expect((await restore(version)).status).toBe(404);
    }
    expect(await recordedActions()).not.toContain('restoreState');
  });

  it('is not rolled back while a deployment is under way', async () => {
    const changed = await portal.as('birch/bea').patch(path()).send({
      title: 'Other',
    });
    expect(changed.status).toBe(202);
    const { status, body } = await restore('1');
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/is under way.*cancel it/);
  });

  it('is not rolled back while its lock is held', async () => {
    await states.lock(address, { lockId: 'left', info: { ID: 'left' } });
    const { status, body } = await restore('1');
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/Release it first/);
  });

  describe('whose lock was left', () => {
    const hold = async (workerId: string, state: string) => {
      await portal.database.transaction('birch', trx =>
        trx('deployments')
          .where({ deployment_id: address.deploymentId })
          .update({ state, worker_id: workerId, heartbeat_at: new Date() }),
      );
    };

    beforeEach(async () => {
      await states.lock(address, {
        lockId: 'left',
        info: { ID: 'left', Operation: 'OperationTypeApply', Who: 'x@host-7' },
      });
    });

    it('shows who holds it, since when, and gives it back to a reason', async () => {
      expect((await list()).body.lock).toEqual({
        lockId: 'left',
        since: expect.any(String),
        deploymentId: address.deploymentId,
        operation: 'OperationTypeApply',
        holder: 'x@host-7',
        isAlive: false,
      });
      expect((await release('left')).status).toBe(204);
      expect((await list()).body.lock).toBeUndefined();
      expect((await portal.recorded()).at(-1)).toMatchObject({
        action: 'releaseStateLock',
        reason: 'Its machine is gone',
        after: { lock: 'left', deployment: address.deploymentId },
      });
      expect((await release('left')).status).toBe(409);
    });

    it('keeps it while its run is alive', async () => {
      await hold(createWorkerId('runs'), 'applying');
      expect((await list()).body.lock.isAlive).toBe(true);
      const { status, body } = await release('left');
      expect(status).toBe(409);
      expect(body.error.message).toMatch(/is running and releases/);
      await hold('another-machine/1/1/runs', 'applying');
      expect((await release('left')).status).toBe(409);
    });

    it('gives it back once the worker of its run is dead', async () => {
      await hold(createWorkerId('runs').replace(/\/\d+\//, '/1/'), 'applying');
      expect((await release('left')).status).toBe(204);
    });

    it('keeps a lock that is not the one that was seen', async () => {
      expect((await release('another')).status).toBe(409);
      expect((await list()).body.lock.lockId).toBe('left');
    });
  });

  it('is found for no other customer, and not under another one', async () => {
    const foreign = await portal
      .as(OPERATOR)
      .get(`/api/sites/customers/acme/sites/${address.siteId}/states`);
    expect(foreign.status).toBe(404);
    const unknown = await portal
      .as(OPERATOR)
      .get('/api/sites/customers/birch/sites/site_unknown/states/1/download');
    expect(unknown.status).toBe(404);
    const stranger = await list('acme/ada');
    expect(stranger.status).toBe(404);
  });
});
