import { TestDatabases } from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { findTenantTableFaults } from '@freehold/plugin-tenancy-node/testUtils';
import type { Knex } from 'knex';
import { migrationsDirectory as directory } from './database/migrate';

jest.setTimeout(60_000);

/** Counters of requests and guesses belong to no tenant. */
const findFaults = (knex: Knex) =>
  findTenantTableFaults(knex, {
    acrossTenants: ['request_counts', 'token_guesses'],
  });

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function migrated() {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory });
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    return { knex, database };
  }

  it('go up, come back down to nothing, and go up again', async () => {
    const { knex } = await migrated();
    await knex.migrate.rollback({ directory }, true);
    const { rows } = await knex.raw(
      `select table_name from information_schema.tables
         where table_schema = current_schema()
           and table_name not like 'knex\\_%'`,
    );
    expect(rows).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await findFaults(knex)).toEqual([]);
  });

  it('keep every table behind the walls of its tenant', async () => {
    const { knex } = await migrated();
    expect(await findFaults(knex)).toEqual([]);
  });

  it('make the tenant of the business itself', async () => {
    const { database } = await migrated();
    const rows = await database.acrossTenants('test', trx =>
      trx('customers').select('tenant_id', 'state'),
    );
    expect(rows).toEqual([{ tenant_id: 'default', state: 'active' }]);
  });

  it('date the words of events there are, and undate them on the way back', async () => {
    const { knex, database } = await migrated();
    const words = () =>
      database.acrossTenants('test', async trx => {
        const [row] = await trx('audit_events').select(
          trx.raw('tsvector_to_array(words) as words'),
        );
        return row.words;
      });
    await database.acrossTenants('test', async trx => {
      await trx('audit_chains').insert({
        tenant_id: 'default',
        length: 1,
        head: '',
      });
      await trx.raw(
        `insert into audit_events (tenant_id, sequence, digest, hash, id, kind,
           occurred_at, recorded_at, action, object_kind, object_id, outcome,
           words)
         values ('default', 1, '', '', gen_random_uuid(), 'change',
           '1970-01-15', '1970-01-15', 'orderSite', 'site', 'site_1',
           'succeeded', array_to_tsvector(array['2/tenant=default', '2/1/2']))`,
      );
    });
    await knex.migrate.down({ directory });
    expect(await words()).toEqual(['1/2', 'tenant=default']);
    await knex.migrate.up({ directory });
    expect(await words()).toEqual(['2/1/2', '2/tenant=default']);
  });

  it.each([
    ['a slug in capitals', { tenant_id: 'Acme' }],
    ['a slug that ends in a hyphen', { tenant_id: 'acme-' }],
    ['a slug with two hyphens in a row', { tenant_id: 'ac--me' }],
    ['an unknown tier', { tier: 'gold' }],
    ['an unknown state', { state: 'paused' }],
    ['a blank name', { name: ' ' }],
    ['a deactivation without a reason', { state: 'deactivated' }],
  ])('refuse a customer with %s', async (_what, columns) => {
    const { database } = await migrated();
    const row = {
      tenant_id: 'acme',
      name: 'Acme',
      tier: 'standard',
      ...columns,
    };
    await expect(
      database.transaction(row.tenant_id, trx => trx('customers').insert(row)),
    ).rejects.toThrow(/violates check constraint/);
  });

  const ANN = {
    tenant_id: 'acme',
    member_name: 'ann-archer-2',
    email: 'ann@acme.example',
    display_name: 'Ann',
    role: 'owner',
  };

  it('take a member of a customer', async () => {
    const { database } = await migrated();
    await insertIntoAcme(database, ANN);
    const names = await database.transaction('acme', trx =>
      trx('members').pluck('member_name'),
    );
    expect(names).toEqual(['ann-archer-2']);
  });

  it.each([
    ['a role of staff', { role: 'operator' }],
    ['a name that is no entity name', { member_name: 'Ann Archer' }],
    ['a name that ends in a hyphen', { member_name: 'ann-' }],
    ['an address without a domain', { email: 'ann' }],
    ['a blank display name', { display_name: '' }],
  ])('refuse a member of a customer with %s', async (_what, columns) => {
    const { database } = await migrated();
    await expect(
      insertIntoAcme(database, { ...ANN, ...columns }),
    ).rejects.toThrow(/violates check constraint/);
  });
});

async function insertIntoAcme(
  database: TenantDatabase,
  member: object,
): Promise<void> {
  await database.transaction('acme', async trx => {
    await trx('customers').insert({
      tenant_id: 'acme',
      name: 'Acme',
      tier: 'standard',
    });
    await trx('members').insert(member);
  });
}
