import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { CANARY, createNotes } from '../__testUtils__/createNotes';
import { grantAcrossTenants } from './isolateTenantTable';
import { TenantDatabase } from './TenantDatabase';

jest.setTimeout(60_000);

const BEFORE = [
  { tenant_id: 'acme', note_id: 'n1', body: 'hello' },
  { tenant_id: 'birch', note_id: 'n2', body: CANARY },
];

describe('TenantDatabase', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('connects as a role that row security holds for', async () => {
    const { knex } = await createNotes(databases);
    const { rows } = await knex.raw(
      `select rolsuper, rolbypassrls, rolinherit from pg_roles
         where rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolinherit: false },
    ]);
  });

  describe('in the transaction of a tenant', () => {
    it('shows the rows of that tenant and of no other', async () => {
      const { database } = await createNotes(databases);
      const read = (tenant: string) =>
        database.transaction(tenant, trx => trx('notes').pluck('note_id'));
      expect(await read('acme')).toEqual(['n1']);
      expect(await read('birch')).toEqual(['n2']);
      expect(await read('nobody')).toEqual([]);
    });

    it('tells nothing of another tenant by counts, joins or exists', async () => {
      const { database } = await createNotes(databases);
      const { rows } = await database.transaction('acme', trx =>
        trx.raw(
          `select count(*)::integer as total,
                  exists(select from notes where body = ?) as birch,
                  (select string_agg(n.body, ',') from notes
                     cross join notes n) as joined
             from notes`,
          [CANARY],
        ),
      );
      expect(rows).toEqual([{ total: 1, birch: false, joined: 'hello' }]);
    });

    it('writes no row of another tenant', async () => {
      const { database, readAll } = await createNotes(databases);
      await expect(
        database.transaction('acme', trx =>
          trx('notes').insert({ tenant_id: 'birch', note_id: 'n3', body: '' }),
        ),
      ).rejects.toThrow(/row-level security/);
      await database.transaction('acme', async trx => {
        const theirs = () => trx('notes').where({ tenant_id: 'birch' });
        expect(await theirs().update({ body: 'overwritten' })).toBe(0);
        expect(await theirs().delete()).toBe(0);
      });
      expect(await readAll()).toEqual(BEFORE);
    });

    it('moves no row to another tenant', async () => {
      const { database, readAll } = await createNotes(databases);
      await expect(
        database.transaction('acme', trx =>
          trx('notes').update({ tenant_id: 'birch' }),
        ),
      ).rejects.toThrow(/row-level security/);
      expect(await readAll()).toEqual(BEFORE);
    });

    it('takes over no row of another tenant by a conflict', async () => {
      const { database, readAll } = await createNotes(databases);
      await expect(
        database.transaction('acme', trx =>
          trx('notes')
            .insert({ tenant_id: 'birch', note_id: 'n2', body: 'mine' })
            .onConflict(['tenant_id', 'note_id'])
            .merge(),
        ),
      ).rejects.toThrow(/row-level security/);
      expect(await readAll()).toEqual(BEFORE);
    });

    it('cannot empty or change the table', async () => {
      const { database } = await createNotes(databases);
      for (const statement of [
        'truncate notes',
        'drop table notes',
        'alter table notes disable row level security',
      ]) {
        await expect(
          database.transaction('acme', trx => trx.raw(statement)),
        ).rejects.toThrow(/permission denied|must be owner/);
      }
    });

    it('keeps nothing of what a failed one wrote', async () => {
      const { database, readAll } = await createNotes(databases);
      await expect(
        database.transaction('acme', async trx => {
          await trx('notes').update({ body: 'half done' });
          throw new Error('stop');
        }),
      ).rejects.toThrow('stop');
      expect(await readAll()).toEqual(BEFORE);
    });

    it('keeps its tenant in a savepoint and after one that failed', async () => {
      const { database } = await createNotes(databases);
      await database.transaction('acme', async trx => {
        const inner = await trx.transaction(savepoint =>
          savepoint('notes').pluck('note_id'),
        );
        expect(inner).toEqual(['n1']);
        await expect(
          trx.transaction(savepoint => savepoint.raw('select 1/0')),
        ).rejects.toThrow(/division/);
        expect(await trx('notes').pluck('note_id')).toEqual(['n1']);
      });
    });

    it('is its own when one runs inside another', async () => {
      const { database } = await createNotes(databases);
      await database.transaction('acme', async outer => {
        const inner = await database.transaction('birch', trx =>
          trx('notes').pluck('note_id'),
        );
        expect(inner).toEqual(['n2']);
        expect(await outer('notes').pluck('note_id')).toEqual(['n1']);
      });
    });

    it('is its own among many at once', async () => {
      const { database } = await createNotes(databases);
      const tenants = Array.from({ length: 40 }, (_, index) =>
        index % 2 ? 'acme' : 'birch',
      );
      const seen = await Promise.all(
        tenants.map(tenant =>
          database.transaction(tenant, trx => trx('notes').pluck('tenant_id')),
        ),
      );
      expect(seen).toEqual(tenants.map(tenant => [tenant]));
    });

    it('needs a tenant', async () => {
      const { database } = await createNotes(databases);
      const work = jest.fn();
      await expect(database.transaction('', work)).rejects.toThrow(
        'needs a tenant',
      );
      expect(work).not.toHaveBeenCalled();
    });

    it('does not reach tables that belong to no tenant', async () => {
      const { knex, database } = await createNotes(databases);
      await knex.schema.createTable('failures', table => {
        table.text('address').primary();
      });
      await grantAcrossTenants(knex, 'failures');
      await expect(
        database.transaction('acme', trx => trx('failures').select()),
      ).rejects.toThrow(/permission denied/);
      await database.acrossTenants('test', async trx => {
        await trx('failures').insert({ address: '::1' });
        expect(await trx('failures').pluck('address')).toEqual(['::1']);
      });
    });
  });

  describe('across tenants', () => {
    it('shows and writes the rows of all', async () => {
      const { database, readAll } = await createNotes(databases);
      expect(await readAll()).toEqual(BEFORE);
      await database.acrossTenants('test', trx =>
        trx('notes').update({ body: 'done' }),
      );
      expect((await readAll()).map(({ body }) => body)).toEqual([
        'done',
        'done',
      ]);
    });

    it('keeps its purpose on the connection while it runs', async () => {
      const { database } = await createNotes(databases);
      const { rows } = await database.acrossTenants('count things', trx =>
        trx.raw(`select current_setting('freehold.purpose') as purpose`),
      );
      expect(rows).toEqual([{ purpose: 'count things' }]);
    });
  });

  describe('outside of both doors', () => {
    it('shows nothing, even to the owner of the table', async () => {
      const { knex } = await createNotes(databases);
      expect(await knex('notes').select()).toEqual([]);
      expect(await knex('notes').update({ body: 'x' })).toBe(0);
      await expect(
        knex('notes').insert({ tenant_id: 'acme', note_id: 'n9', body: '' }),
      ).rejects.toThrow(/row-level security/);
    });

    it('shows nothing to an owner that only names a tenant', async () => {
      const { knex } = await createNotes(databases);
      const rows = await knex.transaction(async trx => {
        await trx.raw(`select set_config('freehold.tenant', 'acme', true)`);
        return trx('notes').select();
      });
      expect(rows).toEqual([]);
    });

    it('shows nothing to the role of tenants without a tenant', async () => {
      const { knex } = await createNotes(databases);
      const rows = await knex.transaction(async trx => {
        await trx.raw('set local role freehold_tenant');
        return trx('notes').select();
      });
      expect(rows).toEqual([]);
    });
  });

  it.each([
    ['a commit', async () => {}],
    [
      'an error',
      async () => {
        throw new Error('stop');
      },
    ],
  ])('leaves nothing on the connection after %s', async (_what, work) => {
    const { knex } = await createNotes(databases);
    const single = createKnex({
      client: 'pg',
      connection: knex.client.config.connection,
      pool: { min: 1, max: 1 },
    });
    try {
      const database = await TenantDatabase.create({
        getClient: async () => single,
      });
      const readConnection = async () => {
        const { rows } = await single.raw(
          `select pg_backend_pid() as pid, current_user as role,
                  coalesce(current_setting('freehold.tenant', true), '')
                    as tenant,
                  coalesce(current_setting('freehold.purpose', true), '')
                    as purpose`,
        );
        return rows[0];
      };
      const fresh = await readConnection();
      expect(fresh).toMatchObject({ tenant: '', purpose: '' });
      await database.transaction('acme', work).catch(() => {});
      expect(await readConnection()).toEqual(fresh);
      await database.acrossTenants('test', work).catch(() => {});
      expect(await readConnection()).toEqual(fresh);
    } finally {
      await single.destroy();
    }
  });

  it('is what keeps tenants apart: without row security these tests would see the canary', async () => {
    const { knex, database } = await createNotes(databases);
    await knex.raw('alter table notes disable row level security');
    const bodies = await database.transaction('acme', trx =>
      trx('notes').pluck('body'),
    );
    expect(bodies).toContain(CANARY);
  });
});
