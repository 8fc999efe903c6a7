import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createSitesHost,
  sitesHostServiceRef,
} from '@freehold/plugin-sites-node';
import {
  tenantDirectoryServiceRef,
  tenantLimitsServiceRef,
  type TenantLimits,
} from '@freehold/plugin-tenancy-node';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { directory } from './__testUtils__/directory';
import { createLimits } from './__testUtils__/limits';
import { sitesConfig } from './__testUtils__/sitesConfig';
import { describeWithTerraform } from './__testUtils__/terraformPresence';
import { sitesPlugin } from './plugin';

jest.setTimeout(120_000);

describeWithTerraform('the sites plugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const data = createMockDirectory();
  const mayRead = { now: true };
  const host = createSitesHost();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let address: string;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    const { sites } = sitesConfig(data.path);
    backend = await startTestBackend({
      features: [
        sitesPlugin,
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            tenancy: {
              encryption: {
                keys: [
                  { id: 'test', key: Buffer.alloc(32).toString('base64') },
                ],
              },
            },
            sites: {
              ...sites,
              terraform: {
                binary: process.env.FREEHOLD_TERRAFORM ?? 'terraform',
                directory: resolvePackagePath(
                  '@freehold/plugin-sites-backend',
                  '../../terraform',
                ),
              },
            },
          },
        }),
        createServiceFactory({
          service: tenantDirectoryServiceRef,
          deps: {},
          factory: () => directory,
        }),
        createServiceFactory({
          service: tenantLimitsServiceRef,
          deps: {},
          factory: () => createLimits() as TenantLimits,
        }),
        createServiceFactory({
          service: sitesHostServiceRef,
          deps: {},
          factory: () => host,
        }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () =>
            mockServices.permissions.mock({
              authorizeConditional: async queries =>
                queries.map(() => ({
                  result: mayRead.now
                    ? AuthorizeResult.ALLOW
                    : AuthorizeResult.DENY,
                })),
            }),
        }),
      ],
    });
    const { port } = backend.server.address() as AddressInfo;
    address = `http://127.0.0.1:${port}/api/sites`;
  });

  beforeEach(() => {
    mayRead.now = true;
  });

  const authorization = mockCredentials.user.header('user:birch/bea');

  const order = async (name: string) => {
    const answer = await request(address)
      .post('/customers/birch/sites')
      .set('authorization', authorization)
      .set('idempotency-key', `order-${name}`)
      .send({
        name,
        cloud: 'local',
        region: 'here',
        size: 'small',
        content: { kind: 'starter' },
      });
    expect(answer.status).toBe(201);
    return answer.body.deployment.deploymentId as string;
  };

  const openLog = (deploymentId: string, after = 0) =>
    fetch(
      `${address}/customers/birch/deployments/${deploymentId}/log?after=${after}`,
      { headers: { authorization } },
    );

  it('streams the log of an order to its end, and again from any line', async () => {
    const deploymentId = await order('shop');
    const answer = await openLog(deploymentId);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = readEvents(await answer.text());

    const states = events.filter(({ event }) => event === 'state');
    expect(states[0].data.state).not.toBe('succeeded');
    expect(states.at(-1)!.data.state).toBe('succeeded');
    expect(events.at(-1)).toMatchObject({
      event: 'end',
      data: { state: 'succeeded' },
    });
    const lines = events.filter(({ event }) => event === 'line');
    expect(lines.map(({ data: line }) => line.seq)).toEqual(
      lines.map((_, index) => index + 1),
    );
    expect(lines.map(({ data: line }) => line.text).join('\n')).toMatch(
      /Apply complete!/,
    );

    const rest = readEvents(await (await openLog(deploymentId, 10)).text());
    expect(rest.filter(({ event }) => event === 'line')).toEqual(
      lines.slice(10),
    );
  });

  it('serves the site that was ordered, by its host name', async () => {
    await (await openLog(await order('cafe'))).text();
    const server = http.createServer((req, res) =>
      host.handle(req, res, () => res.writeHead(418).end()),
    );
    const page = await request(server)
      .get('/')
      .set('host', 'cafe.birch.localhost');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/cafe/);
    await request(server).get('/').set('host', 'localhost').expect(418);
  });

  it('ends the stream of a reader who may not read any more', async () => {
    const deploymentId = await order('bar');
    await (await openLog(deploymentId)).text();
    // One that never ends by itself: it waits for an approval.
    directory.findCustomer = async () => ({
      slug: 'birch',
      name: 'Birch',
      tier: 'premium',
      state: 'active',
      requiresApproval: true,
    });
    const waiting = await openLog(await order('pub'));
    const text = waiting.text();
    mayRead.now = false;
    expect(readEvents(await text).at(-1)!.event).not.toBe('end');
  });

  it('says nothing of a deployment that is not there', async () => {
    const answer = await openLog('dep_unknown');
    expect(answer.status).toBe(404);
    expect((await answer.json()).error.message).toBe(
      "There is no deployment 'dep_unknown'",
    );
  });

  it.each(['-1', 'x', '1e400'])('refuses to go on after %s', async after => {
    const answer = await openLog('dep_unknown', after as never);
    expect(answer.status).toBe(400);
  });

  it('lets Terraform in by the token of a run only', async () => {
    const answer = await request(address)
      .get('/terraform-state/birch/site_1')
      .set('authorization', authorization);
    expect(answer.status).toBe(401);
  });
});

function readEvents(stream: string): { event: string; data: any }[] {
  return stream
    .split('\n\n')
    .filter(block => block.includes('event: '))
    .map(block => ({
      event: /^event: (.*)$/m.exec(block)![1],
      data: JSON.parse(/^data: (.*)$/m.exec(block)![1]),
    }));
}
