import { TestDatabases } from '@backstage/backend-test-utils';
import {
  type AuditMessage,
  createEnvelopeCipher,
  Outbox,
  type OutboxMessage,
} from '@freehold/plugin-tenancy-node';
import request from 'supertest';
import { PASSWORD, seedTenants, type Tenants } from './seedTenants';
import { TestBrowser } from './TestBrowser';
import { portalConfig, portalHeaders, startPortal } from './startPortal';

/** An operator of the business. */
export const OLGA = { email: 'olga@freehold.example', password: PASSWORD };

/** An owner at the customer acme. */
export const ADA = { email: 'ada@acme.example', password: PASSWORD };

export const HOUR = 3_600_000;

/** A customer's columns when it is deactivated, and when it is back. */
export const deactivated = {
  state: 'deactivated',
  deactivated_at: new Date(),
  deactivated_reason: 'unpaid',
};
/** The same of one that is suspended. */
export const suspended = {
  state: 'suspended',
  suspended_at: new Date(),
  suspended_reason: 'unpaid',
  suspended_by: 'user:default/olga',
};
export const active = {
  state: 'active',
  deactivated_at: null,
  deactivated_reason: null,
  suspended_at: null,
  suspended_reason: null,
  suspended_by: null,
};

/** The session cookie a response sets, as a browser sends it back. */
export function cookieOf(response: request.Response): string {
  return response.get('Set-Cookie')![0].split(';')[0];
}

export function tokenOf(response: request.Response): string {
  return response.body.backstageIdentity.token;
}

/**
 * Starts a portal for the tests of a file and gives them a browser's hands.
 *
 * @param local - settings below `auth.local`
 * @param auth - settings below `auth`, once all is started that they name
 */
export function usePortal(
  local?: Record<string, any>,
  auth?: () => Record<string, any>,
) {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let server: Awaited<ReturnType<typeof startPortal>>['server'];
  let tenants: Tenants;
  let outbox: Outbox;

  beforeAll(async () => {
    const config = portalConfig(
      await databases.init('POSTGRES_18'),
      local,
      auth?.(),
    );
    tenants = await seedTenants(config);
    outbox = Outbox.create(createEnvelopeCipher(config));
    ({ server } = await startPortal(config));
  }, 60_000);

  afterAll(() => tenants.close());

  beforeEach(() =>
    tenants.local.acrossTenants('test', async trx => {
      await trx('local_sign_in_attempts').delete();
      await trx('local_sessions').delete();
      await trx('local_authenticators').delete();
      await trx('local_recovery_codes').delete();
      await trx('local_known_devices').delete();
      await trx('local_identities').delete();
      await trx('outbox').delete();
    }),
  );

  afterEach(() => {
    jest.useRealTimers();
  });

  const call = (
    method: 'post' | 'delete',
    path: string,
    options: { body?: unknown; cookie?: string } = {},
  ) => {
    const test = request(server)
      [method](`/api/auth/local${path}`)
      .set(portalHeaders);
    if (options.cookie) {
      test.set('Cookie', options.cookie);
    }
    return options.body === undefined
      ? test
      : test.send(options.body as object);
  };

  const readOutbox = async (): Promise<OutboxMessage[]> => {
    const rows = await tenants.local.acrossTenants('test', async trx =>
      trx('outbox').orderBy('position'),
    );
    return Promise.all(rows.map(row => outbox.open(row)));
  };

  return {
    call,

    /** A browser of its own, with no cookies yet. */
    browser: (address?: string) => TestBrowser.create(server, address),

    /** A request without anything the portal's pages add. */
    raw: () => request(server),

    signIn: (body: object, cookie?: string) =>
      call('post', '/sessions', { body, cookie }),

    refresh: (cookie: string) => call('post', '/sessions/refresh', { cookie }),

    /** What another plugin takes the bearer of a token for. */
    whoIs: (token: string) =>
      request(server)
        .get('/api/probe/me')
        .set('Authorization', `Bearer ${token}`),

    setMember: (member: string, change: object) =>
      tenants.tenancy.transaction('acme', trx =>
        trx('members')
          .where({ tenant_id: 'acme', member_name: member })
          .update(change),
      ),

    setCustomer: (change: object) =>
      tenants.tenancy.transaction('acme', trx =>
        trx('customers').where({ tenant_id: 'acme' }).update(change),
      ),

    /** What is on the record of a tenant and was not shipped, oldest first. */
    recorded: async (tenant: string): Promise<AuditMessage[]> => {
      const rows = await tenants.local.transaction(tenant, trx =>
        trx('outbox').where({ kind: 'audit' }).orderBy('position'),
      );
      const messages = await Promise.all(rows.map(row => outbox.open(row)));
      return messages as AuditMessage[];
    },

    /** Has Olga of the staff view as the customer acme for so long. */
    startViewing: (minutes: number) =>
      tenants.tenancy.transaction('acme', trx =>
        trx('viewings').insert({
          tenant_id: 'acme',
          viewing_id: `view_${Date.now()}`,
          staff_ref: 'user:default/olga',
          staff_display_name: 'Olga',
          reason: 'A call',
          expires_at: new Date(Date.now() + minutes * 60_000),
        }),
      ),

    stopViewing: () =>
      tenants.tenancy.transaction('acme', trx => trx('viewings').delete()),

    /** What this module put in its outbox, oldest first; nobody takes it. */
    outbox: readOutbox,

    /** Of that, the messages of one kind. */
    messages: async <Kind extends OutboxMessage['kind']>(
      kind: Kind,
    ): Promise<Extract<OutboxMessage, { kind: Kind }>[]> => {
      const messages = await readOutbox();
      return messages.filter(
        (message): message is Extract<OutboxMessage, { kind: Kind }> =>
          message.kind === kind,
      );
    },

    /** This module's own tables. */
    local: () => tenants.local,
  };
}

/** Moves the clock, and nothing that waits. */
export function passTime(ms: number): void {
  jest.useFakeTimers({
    now: Date.now() + ms,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
