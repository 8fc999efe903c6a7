import { TestDatabases } from '@backstage/backend-test-utils';
import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import { randomUUID } from 'node:crypto';
import { saveAccessKey } from './__testUtils__/saveAccessKey';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';

jest.setTimeout(120_000);

const ORDERS = '/api/sites/customers/birch/sites';

const specification = {
  runtime: { kind: 'container', image: 'registry.example/shop:1', port: 8080 },
  customSize: {
    cpu: '0.5',
    memory: 1024,
    minimumInstances: 1,
    maximumInstances: 3,
  },
  domains: ['shop.example'],
  environment: { MODE: 'live', LEVEL: 'info' },
  secretReferences: {
    TOKEN:
      'arn:aws:secretsmanager:eu-central-1:111111111111:secret:birch/token',
  },
  addOns: { database: { size: 'small', replica: true }, storage: true },
};

describe('the specification of a site', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;
  let serial = 0;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
    await saveAccessKey(portal, 'default');
  });

  const order = (changes: object, key: string = randomUUID()) =>
    portal
      .as('birch/bea')
      .post(ORDERS)
      .set('idempotency-key', key)
      .send({
        name: `own-${++serial}`,
        cloud: 'aws',
        region: 'eu-central-1',
        size: 'custom',
        content: { kind: 'starter' },
        ...specification,
        ...changes,
      });

  it('is kept as ordered, with the site and with its deployment', async () => {
    const { status, body } = await order({});
    expect(status).toBe(201);
    expect(body.site).toMatchObject({ ...specification, dnsRecords: [] });
    expect(body.deployment.desired).toMatchObject(specification);
  });

  it('is static files when nothing was said', async () => {
    const reply = await portal
      .as('birch/bea')
      .post(ORDERS)
      .set('idempotency-key', randomUUID())
      .send({
        name: 'plain',
        cloud: 'local',
        region: 'here',
        size: 'small',
        content: { kind: 'starter' },
      });
    expect(reply.body.site).toMatchObject(PLAIN_SPECIFICATION);
    expect(reply.body.site).not.toHaveProperty('customSize');
  });

  it('is refused before a run where the cloud cannot have it', async () => {
    const { status, body } = await order({
      cloud: 'local',
      region: 'here',
      size: 'small',
      customSize: undefined,
    });
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'This machine cannot have this: a container image, domains of your own, environment variables, secrets, a database, storage. Leave it out; the offering says what each cloud can have.',
    );
  });

  it.each([
    ['a domain that is none', { domains: ['no domain'] }],
    ['a domain twice', { domains: ['a.example', 'a.example'] }],
    ['a variable with a bad name', { environment: { 'A B': '1' } }],
    ['a prototype', { environment: JSON.parse('{"__proto__":"1"}') }],
    ['a runtime nobody knows', { runtime: { kind: 'magic' } }],
    [
      'a repository with a password in it',
      {
        runtime: {
          ...specification.runtime,
          kind: 'git',
          repository: 'https://me:secret@git.example/shop',
          reference: 'main',
        },
      },
    ],
    [
      'a third of a processor',
      { customSize: { ...specification.customSize, cpu: '0.33' } },
    ],
  ])('is refused with %s', async (_, changes) => {
    expect((await order(changes)).status).toBe(400);
  });

  it('belongs to what a key stands for, whatever the order of its members', async () => {
    const key = randomUUID();
    const name = 'same';
    const first = await order({ name }, key);
    const environment = { LEVEL: 'info', MODE: 'live' };
    const again = await order({ name, environment }, key);
    expect(again.body.order).toEqual(first.body.order);
    const other = await order({ name, domains: ['other.example'] }, key);
    expect(other.status).toBe(409);
  });

  it('changes where a change names it, and only there', async () => {
    const { body } = await order({});
    const { siteId } = body.site;
    await portal.end('birch', body.deployment.deploymentId, 'succeeded');
    const update = (changes: object) =>
      portal.as('birch/bea').patch(`${ORDERS}/${siteId}`).send(changes);
    const changed = await update({ size: 'small', domains: [] });
    expect(changed.status).toBe(202);
    expect(changed.body.deployment.desired).toMatchObject({
      runtime: specification.runtime,
      environment: specification.environment,
      domains: [],
    });
    expect(changed.body.deployment.desired).not.toHaveProperty('customSize');
    await portal.end(
      'birch',
      changed.body.deployment.deploymentId,
      'succeeded',
    );
    const { body: site } = await portal
      .as('birch/bea')
      .get(`${ORDERS}/${siteId}`);
    expect(site).toMatchObject({ size: 'small', domains: [] });
    const lacking = await update({ size: 'custom' });
    expect(lacking.status).toBe(400);
    expect(lacking.body.error.message).toMatch(/needs its measures/);
  });
});
