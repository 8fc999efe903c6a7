import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  outboxServiceRef,
  tenantDirectoryServiceRef,
  type Membership,
  type OutboxMessage,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import request from 'supertest';
import notificationsModuleTenancy from '.';

jest.setTimeout(60_000);

const people: Record<string, Membership> = Object.fromEntries(
  [
    ['birch', 'bea'],
    ['cedar', 'cat'],
  ].map(([tenant, member]) => [
    `user:${tenant}/${member}`,
    {
      kind: 'member',
      tenant,
      member,
      role: 'owner',
      tier: 'standard',
      userEntityRef: `user:${tenant}/${member}`,
      displayName: member,
      email: `${member}@${tenant}.example`,
    } as Membership,
  ]),
);

const topics = (enabled: boolean) => [
  {
    id: 'external:test-service',
    enabled: true,
    topics: [
      { id: 'deployment-failed', enabled },
      { id: 'security', enabled },
    ],
  },
];

describe('notifications', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  let sent: OutboxMessage[];

  beforeEach(async () => {
    const knex = await databases.init('POSTGRES_18');
    sent = [];
    ({ server } = await startTestBackend({
      features: [
        notificationsPlugin,
        notificationsModuleTenancy,
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example' },
            notifications: {
              defaultSettings: {
                channels: [
                  { id: 'Web', origins: topics(true) },
                  { id: 'Mail', origins: topics(false) },
                ],
              },
            },
          },
        }),
        catalogServiceMock.factory({ entities: [] }),
        createServiceFactory({
          service: tenantDirectoryServiceRef,
          deps: {},
          factory: () =>
            ({
              findMembership: async ref => people[ref],
            }) as Partial<TenantDirectory> as TenantDirectory,
        }),
        createServiceFactory({
          service: outboxServiceRef,
          deps: {},
          factory: () =>
            ({
              put: async (_trx: unknown, message: OutboxMessage) => {
                sent.push(message);
              },
            }) as any,
        }),
      ],
    }));
  });

  const send = async (recipients: object, payload: object = {}) =>
    request(server)
      .post('/api/notifications')
      .set('authorization', mockCredentials.service.header())
      .send({
        recipients,
        payload: {
          title: 'The deployment of shop failed',
          topic: 'deployment-failed',
          ...payload,
        },
      });

  const as = (user: string) => ({
    authorization: mockCredentials.user.header(`user:${user}`),
  });

  const seenBy = async (user: string): Promise<string[]> => {
    const { body } = await request(server)
      .get('/api/notifications/notifications')
      .set(as(user));
    return body.notifications.map((each: any) => each.payload.title);
  };

  it('reach whom they name, and nobody else', async () => {
    await send({ type: 'entity', entityRef: ['user:birch/bea'] });
    expect(await seenBy('birch/bea')).toEqual([
      'The deployment of shop failed',
    ]);
    expect(await seenBy('cedar/cat')).toEqual([]);
  });

  it.each([
    ['a broadcast', { type: 'broadcast' }],
    ['a group', { type: 'entity', entityRef: ['group:birch/birch'] }],
    ['a removed member', { type: 'entity', entityRef: ['user:birch/gone'] }],
  ])('reach nobody when sent to %s', async (_what, recipients) => {
    await send(recipients);
    expect(await seenBy('birch/bea')).toEqual([]);
    expect(await seenBy('birch/gone')).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('cannot be sent by people', async () => {
    const { status } = await request(server)
      .post('/api/notifications')
      .set(as('birch/bea'))
      .send({
        recipients: { type: 'entity', entityRef: ['user:cedar/cat'] },
        payload: { title: 'Hello' },
      });
    expect(status).toBe(403);
    expect(await seenBy('cedar/cat')).toEqual([]);
  });

  it('are the same one when they are delivered twice', async () => {
    const recipients = { type: 'entity', entityRef: ['user:birch/bea'] };
    await send(recipients, { scope: 'message-1' });
    await send(recipients, { scope: 'message-1' });
    expect(await seenBy('birch/bea')).toHaveLength(1);
  });

  it('of others can be neither read nor marked', async () => {
    await send({ type: 'entity', entityRef: ['user:birch/bea'] });
    const { body } = await request(server)
      .get('/api/notifications/notifications')
      .set(as('birch/bea'));
    const [{ id }] = body.notifications;
    const read = await request(server)
      .get(`/api/notifications/notifications/${id}`)
      .set(as('cedar/cat'));
    expect(read.status).toBe(404);
    const marked = await request(server)
      .post('/api/notifications/notifications/update')
      .set(as('cedar/cat'))
      .send({ ids: [id], read: true });
    expect(marked.body).toEqual([]);
    const status = await request(server)
      .get('/api/notifications/status')
      .set(as('birch/bea'));
    expect(status.body).toEqual({ unread: 1, read: 0 });
  });

  it('go by mail to who wants that, once, with a link into the portal', async () => {
    const recipients = { type: 'entity', entityRef: ['user:birch/bea'] };
    await send(recipients);
    expect(sent).toEqual([]);
    const wanted = await request(server)
      .post('/api/notifications/settings')
      .set(as('birch/bea'))
      .send({ channels: [{ id: 'Mail', origins: topics(true) }] });
    expect(wanted.status).toBe(200);
    // Sign-in mails that by itself.
    await send(recipients, { topic: 'security' });
    expect(await seenBy('birch/bea')).toHaveLength(2);
    expect(sent).toEqual([]);
    const payload = { scope: 'm', link: '/sites/birch', description: 'Why.' };
    await send(recipients, payload);
    await send(recipients, payload);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent[0]).toEqual({
      kind: 'mail',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      tenant: 'birch',
      to: { email: 'bea@birch.example', name: 'bea' },
      template: 'notification',
      parameters: {
        title: 'The deployment of shop failed',
        description: 'Why.',
        link: 'https://portal.example/sites/birch',
      },
    });
  });
});
