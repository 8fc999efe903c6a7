import { TestDatabases } from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import { PasswordLinksStore } from './PasswordLinksStore';
import { migrate } from './migrate';

jest.setTimeout(60_000);

const OF_TENANTS = [
  'local_accounts',
  'local_authenticators',
  'local_challenges',
  'local_identities',
  'local_known_devices',
  'local_password_links',
  'local_recovery_codes',
  'local_session_tokens',
  'local_sessions',
];

describe('the tables of local sign-in', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let database: TenantDatabase;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    const service = { getClient: async () => knex };
    await migrate(service);
    await migrate(service);
    database = await TenantDatabase.create(service);
  });

  it('force row security wherever rows belong to a tenant', async () => {
    const { rows } = await knex.raw(
      `select relname from pg_class
       where relkind = 'r' and relname like 'local\\_%'
         and relrowsecurity and relforcerowsecurity order by relname`,
    );
    expect(rows.map((row: any) => row.relname)).toEqual(OF_TENANTS);
  });

  it('lead every key with the tenant, but for counters that have none', async () => {
    const { rows } = await knex.raw(
      `select c.relname, a.attname from pg_index i
       join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisunique and c.relname like 'local\\_%'`,
    );
    const others = rows.filter((row: any) => row.attname !== 'tenant_id');
    expect(others).toEqual([
      { relname: 'local_sign_in_attempts', attname: 'subject' },
    ]);
    expect(rows.length).toBeGreaterThan(OF_TENANTS.length);
  });

  it('show a tenant its own rows, and nobody else anything', async () => {
    const links = PasswordLinksStore.create(database);
    const now = new Date();
    const expiresAt = new Date(now.getTime() + 60_000);
    const link = { tenant: 'acme', member: 'ada', expiresAt };
    await links.replaceLink(link, 'canary', now);

    expect(await links.findLink('acme', 'canary', now)).toEqual(link);
    expect(await links.findLink('globex', 'canary', now)).toBeUndefined();
    const seen = await database.transaction('globex', trx =>
      trx('local_password_links').select(),
    );
    expect(seen).toEqual([]);
    expect(await knex('local_password_links').select()).toEqual([]);
  });

  it('take no row of another tenant', async () => {
    const insert = database.transaction('globex', trx =>
      trx('local_accounts').insert({
        tenant_id: 'acme',
        member_name: 'ada',
        password_hash: 'x',
        password_set_at: new Date(),
      }),
    );
    await expect(insert).rejects.toThrow('row-level security');
  });

  it('keep the counters of failures from tenants', async () => {
    const read = database.transaction('acme', trx =>
      trx('local_sign_in_attempts').select(),
    );
    await expect(read).rejects.toThrow('permission denied');
  });
});
