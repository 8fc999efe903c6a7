import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import {
  TenantDatabase,
  type AuditEntry,
  type AuditMessage,
} from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import { auditMessage } from './__testUtils__/auditMessages';
import { migrationsDirectory } from './database/migrate';
import { AuditRetention } from './services/AuditRetention';
import { AuditTrail } from './services/AuditTrail';
import { AuditVerification, readTrails } from './services/AuditVerification';

jest.setTimeout(60_000);

const DAY = 24 * 60 * 60 * 1000;

describe('the audit trail', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let database: TenantDatabase;
  let trail: AuditTrail;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: migrationsDirectory });
    database = await TenantDatabase.create({ getClient: async () => knex });
    trail = AuditTrail.create({ database });
  });

  const record = async (...messages: Partial<AuditMessage>[]) => {
    for (const message of messages) {
      await trail.receive(auditMessage(message));
    }
  };

  const check = async () => {
    const trails = [];
    for await (const { tenant, events, fault } of readTrails(database)) {
      trails.push({ tenant, events, fault: fault?.kind, at: fault?.sequence });
    }
    return trails;
  };

  /** As somebody who owns the tables and lifts what guards them. */
  const tamper = async (sql: string) => {
    await knex.raw('alter table audit_events disable trigger user');
    await knex.raw('alter table audit_chains disable trigger user');
    await knex.raw('grant all on audit_events, audit_chains to freehold_all');
    await database.acrossTenants('tamper', trx => trx.raw(sql));
  };

  it('is whole when nobody touched it, each tenant’s for itself', async () => {
    await record({}, { tenant: 'cedar' }, { before: { a: 1e21, ü: '€' } }, {});
    expect(await check()).toEqual([
      { tenant: 'birch', events: 3, fault: undefined, at: undefined },
      { tenant: 'cedar', events: 1, fault: undefined, at: undefined },
    ]);
  });

  it('records a message that comes twice once', async () => {
    const message = auditMessage();
    await trail.receive(message);
    await trail.receive(message);
    expect(await check()).toMatchObject([{ events: 1, fault: undefined }]);
  });

  it('takes messages that come at once one after the other', async () => {
    await Promise.all(Array.from({ length: 8 }, () => record({})));
    expect(await check()).toMatchObject([{ events: 8, fault: undefined }]);
  });

  it.each([
    ['an actor', `actor = 'user:birch/ada'`],
    ['a time', `occurred_at = occurred_at + interval '1 second'`],
    ['what was after', `after = '{"size": "large"}'`],
    ['an outcome', `outcome = 'failed'`],
    ['an address', `address = '10.0.0.9'`],
    ['the kind, so that it is cleared sooner', `kind = 'refusal'`],
    ['a reason that was not there', `reason = 'because'`],
  ])('shows that somebody altered %s', async (_what, change) => {
    await record({}, { after: { size: 'small' } }, {});
    await tamper(`update audit_events set ${change} where sequence = 2`);
    expect(await check()).toMatchObject([{ fault: 'altered', at: 2 }]);
  });

  it.each([1, 2, 3, 4])('shows that event %s of 4 was removed', async gone => {
    await record({}, {}, {}, {});
    await tamper(`delete from audit_events where sequence = ${gone}`);
    expect(await check()).toMatchObject([{ fault: 'removed', at: gone }]);
  });

  it('shows that a removed event was closed over', async () => {
    await record({}, {}, {});
    await tamper(`delete from audit_events where sequence = 2;
      update audit_events set sequence = 2 where sequence = 3;
      update audit_chains set length = 2`);
    expect(await check()).toMatchObject([{ fault: 'reordered', at: 2 }]);
  });

  it('shows that events were reordered', async () => {
    await record({}, {}, {});
    await tamper(`update audit_events set sequence = 9 where sequence = 2;
      update audit_events set sequence = 2 where sequence = 3;
      update audit_events set sequence = 3 where sequence = 9`);
    expect(await check()).toMatchObject([{ fault: 'reordered', at: 2 }]);
  });

  it('shows that an event was moved to another tenant’s trail', async () => {
    await record({}, { tenant: 'cedar' });
    await tamper(`delete from audit_events where tenant_id = 'cedar';
      update audit_events set tenant_id = 'cedar' where tenant_id = 'birch';
      update audit_chains c set head = e.hash
        from audit_events e where c.tenant_id = 'cedar';
      delete from audit_chains where tenant_id = 'birch'`);
    expect(await check()).toMatchObject([
      { tenant: 'cedar', fault: 'altered' },
    ]);
  });

  it.each([
    ['another hash', `update audit_chains set head = sha256('x')`, 'head'],
    ['a shorter length', 'update audit_chains set length = 1', 'head'],
    ['a greater length', 'update audit_chains set length = 3', 'removed'],
  ])('shows that the head was given %s', async (_what, sql, fault) => {
    await record({}, {});
    await tamper(sql);
    expect(await check()).toMatchObject([{ fault }]);
  });

  it('shows that content was taken away in silence', async () => {
    await record({}, {}, {});
    await tamper(`update audit_events set cleared_by = 3, id = null, kind = null,
      occurred_at = null, recorded_at = null, actor = null, action = null,
      object_kind = null, object_id = null, object_name = null, outcome = null,
      words = null where sequence = 1`);
    expect(await check()).toMatchObject([{ fault: 'cleared', at: 3 }]);
  });

  it.each([
    ['changed', `update audit_events set reason = 'x'`, /only ever added to/],
    ['shortened', 'update audit_chains set length = 0', /only ever added to/],
    ['deleted from', 'delete from audit_events', /permission denied/],
    ['begun anew', 'delete from audit_chains', /permission denied/],
  ])('cannot be %s through the doors', async (_what, sql, message) => {
    await record({});
    for (const attempt of [
      database.acrossTenants('test', trx => trx.raw(sql)),
      database.transaction('birch', trx => trx.raw(sql)),
    ]) {
      await expect(attempt).rejects.toThrow(message);
    }
    await expect(knex.raw('truncate audit_events')).rejects.toThrow(
      /only ever added to/,
    );
  });

  describe('when events are over', () => {
    const ago = (days: number) =>
      new Date(Date.now() - days * DAY).toISOString();
    const clear = () =>
      AuditRetention.create({
        database,
        times: { change: 100 * DAY, 'sign-in': 10 * DAY, refusal: 20 * DAY },
        logger: mockServices.logger.mock(),
      }).clearOldEvents();
    const kept = () =>
      database.transaction('birch', trx =>
        trx('audit_events').orderBy('sequence').select('action', 'cleared_by'),
      );
    const session = { kind: 'session', id: 'bea' };

    it('clears each kind after its own time and stays whole', async () => {
      await record(
        { action: 'orderSite', occurredAt: ago(50) },
        { action: 'signIn', object: session, occurredAt: ago(50) },
        { action: 'getSite', outcome: 'refused', occurredAt: ago(15) },
        { action: 'updateSite', occurredAt: ago(101) },
      );
      await clear();
      expect(await kept()).toEqual([
        { action: 'orderSite', cleared_by: null },
        { action: null, cleared_by: '6' },
        { action: 'getSite', cleared_by: null },
        { action: null, cleared_by: '5' },
        { action: 'clearAuditEvents', cleared_by: null },
        { action: 'clearAuditEvents', cleared_by: null },
      ]);
      await record({});
      expect(await check()).toMatchObject([{ events: 7, fault: undefined }]);
    });

    it('says in the trail what was cleared', async () => {
      await record({ occurredAt: ago(101) }, {});
      await clear();
      const told = await database.transaction('birch', trx =>
        trx('audit_events').where({ kind: 'trail' }).first('actor', 'after'),
      );
      expect(told).toMatchObject({
        actor: 'plugin:tenancy',
        after: { kind: 'change', events: 1 },
      });
    });

    it('leaves nothing to read of what was cleared', async () => {
      await record({ occurredAt: ago(101), after: { note: 'a canary' } });
      await clear();
      const rows = await database.acrossTenants('test', trx =>
        trx('audit_events').select(trx.raw('audit_events::text as row')),
      );
      expect(JSON.stringify(rows)).not.toMatch(/canary|bakery/);
    });

    it('shows that more was cleared than that', async () => {
      await record({ occurredAt: ago(101) }, {}, {});
      await clear();
      await tamper(`update audit_events set cleared_by = 4, id = null,
        kind = null, occurred_at = null, recorded_at = null, actor = null,
        action = null, object_kind = null, object_id = null,
        object_name = null, outcome = null, words = null where sequence = 2`);
      expect(await check()).toMatchObject([{ fault: 'cleared', at: 4 }]);
    });
  });

  describe('when it is checked', () => {
    it('says so once per fault, to the log and the business’s own trail', async () => {
      await record({}, {});
      await tamper(`update audit_events set reason = 'x' where sequence = 1`);
      const logger = mockServices.logger.mock();
      const recorded: AuditEntry[] = [];
      const verification = AuditVerification.create({
        database,
        logger,
        outbox: {
          recordAudit: async (_trx, entry) => {
            recorded.push(entry);
          },
        },
      });
      await verification.checkTrails();
      await verification.checkTrails();
      expect(logger.error).toHaveBeenCalledTimes(2);
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining("The audit trail of 'birch' is not whole"),
      );
      expect(recorded).toEqual([
        expect.objectContaining({
          tenant: 'default',
          object: { kind: 'audit-trail', id: 'birch' },
          outcome: 'failed',
          after: { events: 0, fault: 'altered', sequence: 1 },
        }),
      ]);
    });
  });
});
