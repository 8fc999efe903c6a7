import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  createEnvelopeCipher,
  createPostgresCounters,
  createTenantLimits,
  DatabaseTenantDirectory,
  Outbox,
  type OutboxMessage,
  type OutboxRow,
  outboxServiceRef,
  readTierLimits,
  TenantDatabase,
  tenantDirectoryServiceRef,
  tenantLimitsServiceRef,
  type TenancyChangedEvent,
} from '@freehold/plugin-tenancy-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { listEvents, type RecordedEvent } from '../database/auditEventsStore';
import { migrationsDirectory } from '../database/migrate';
import { tenancyPlugin } from '../plugin';
import { createSignInDouble } from './createSignInDouble';
import { tenantPermissions } from './tenantPermissions';

/** Where the portal of the tests is opened. */
export const APP_URL = 'http://portal.example:7007';

/**
 * The tenancy plugin on a real database and real HTTP. Permission decisions
 * are of the shape the portal's policy makes: staff everywhere, members in
 * their own customer. Sign-in, another plugin, is played by a double.
 */
export async function startTenancyBackend(
  knex: Knex,
  options: {
    demoFile?: string;
    mail?: JsonObject;
    permissions?: PermissionsService;
    /** Nothing is shipped: what was put in is there to read. */
    keepsOutbox?: boolean;
  } = {},
) {
  await knex.migrate.latest({ directory: migrationsDirectory });
  const database = await TenantDatabase.create({ getClient: async () => knex });
  const signIn = createSignInDouble();
  const encryption = {
    keys: [{ id: 'test', key: Buffer.alloc(32).toString('base64') }],
  };
  const outbox = Outbox.create(
    createEnvelopeCipher(new ConfigReader({ tenancy: { encryption } })),
  );
  const limits = createTenantLimits({
    tiers: readTierLimits(new ConfigReader({})),
    database: Promise.resolve(database),
    createCounter: createPostgresCounters(knex),
  });
  const events: TenancyChangedEvent[] = [];
  const notifications: NotificationSendOptions[] = [];

  const { server } = await startTestBackend({
    features: [
      tenancyPlugin,
      signIn.plugin,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          organization: { name: 'Freehold Hosting' },
          app: { baseUrl: APP_URL },
          tenancy: {
            encryption,
            ...(options.mail && { mail: options.mail }),
            ...(options.demoFile && { demo: { file: options.demoFile } }),
          },
        },
      }),
      createServiceFactory({
        service: tenantLimitsServiceRef,
        deps: {},
        factory: () => limits,
      }),
      createServiceFactory({
        service: tenantDirectoryServiceRef,
        deps: {},
        factory: () => DatabaseTenantDirectory.create(database),
      }),
      ...(options.keepsOutbox
        ? [
            createServiceFactory({
              service: outboxServiceRef,
              deps: {},
              factory: () => outbox,
            }),
          ]
        : []),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async notification => {
            notifications.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => options.permissions ?? tenantPermissions,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () =>
          mockServices.events.mock({
            publish: async ({ eventPayload }) => {
              events.push(eventPayload as TenancyChangedEvent);
            },
          }),
      }),
    ],
  });

  return {
    database,
    limits,
    /** The message in a row of the table `outbox`. */
    openOutbox: (row: OutboxRow): Promise<OutboxMessage> => outbox.open(row),
    events,
    /** What was handed to Backstage's notifications. */
    notifications,
    signIn,
    /** What was put in the outbox, oldest first. */
    messages: async (): Promise<OutboxMessage[]> => {
      const rows = await database.acrossTenants('test', trx =>
        trx('outbox').orderBy('position'),
      );
      return Promise.all(rows.map(row => outbox.open(row)));
    },
    /** Requests as this user, such as `acme/ann` or `default/olga`. */
    as: (user: string) =>
      request
        .agent(server)
        .set('authorization', mockCredentials.user.header(`user:${user}`)),
    asService: () =>
      request
        .agent(server)
        .set('authorization', mockCredentials.service.header()),
    asNobody: () => request.agent(server),
    /** What this tenant's trail says, oldest first, once all was shipped. */
    recorded: async (tenant: string): Promise<RecordedEvent[]> => {
      await untilShipped(database);
      const newestFirst = await database.transaction(tenant, trx =>
        listEvents(trx, { tenant, limit: 100 }),
      );
      return newestFirst.reverse();
    },
  };
}

export type TenancyBackend = Awaited<ReturnType<typeof startTenancyBackend>>;

async function untilShipped(database: TenantDatabase): Promise<void> {
  const count = () =>
    database.acrossTenants('test', async trx => {
      const rows = await trx('outbox').select('message_id');
      return rows.length;
    });
  while ((await count()) > 0) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
