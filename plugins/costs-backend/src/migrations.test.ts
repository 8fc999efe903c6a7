import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { findTenantTableFaults } from '@freehold/plugin-tenancy-node/testUtils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { focusCsv, usage } from './__testUtils__/focusCsv';
import { startCostsBackend } from './__testUtils__/startCostsBackend';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@freehold/plugin-costs-backend',
  'migrations',
);

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('go up, come back down to nothing, and go up again', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory });
    await knex.migrate.rollback({ directory }, true);
    const { rows } = await knex.raw(
      `select table_name from information_schema.tables
         where table_schema = current_schema() and table_name not like 'knex_%'`,
    );
    expect(rows).toEqual([]);
    await knex.migrate.latest({ directory });
  });

  it('put every table behind both doors', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory });
    expect(await findTenantTableFaults(knex)).toEqual([]);
  });

  it('take a month from before files could be added as one file', async () => {
    const knex = await databases.init('POSTGRES_18');
    for (const name of [
      '20261125000000_outbox.js',
      '20261125000100_charges.js',
      '20261125000200_reconciliation.js',
    ]) {
      await knex.migrate.up({ directory, name });
    }
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    const own = { tenant_id: 'default', source_id: 'src_1' };
    const brought = { ...own, import_id: 'imp_1' };
    await database.transaction('default', async trx => {
      await trx('cost_sources').insert({
        ...own,
        name: 'AWS',
        defaults: '{}',
        created_by: 'user:default/frank',
      });
      await trx('cost_imports').insert({
        ...brought,
        file_name: 'bill.csv',
        bytes: 1,
        sha256: 'ab',
        state: 'succeeded',
        format: 'FOCUS 1.2',
        created_by: 'user:default/frank',
      });
      await trx('source_periods').insert({
        ...brought,
        billing_period: '2026-09-01',
        partition_name: 'charges_20260901_x',
        row_count: 1,
        sums: '[]',
      });
    });
    await knex.migrate.latest({ directory });
    const files = await database.transaction('default', trx =>
      trx('period_files').select(
        'import_id',
        'row_offset',
        'family',
        'dataset',
      ),
    );
    expect(files).toEqual([
      { import_id: 'imp_1', row_offset: '0', family: 'FOCUS', dataset: null },
    ]);
  });

  it('leave partitions closed to everybody but through their parent', async () => {
    const knex = await databases.init('POSTGRES_18');
    const backend = await startCostsBackend(knex);
    await backend.bringIn(focusCsv([usage({ Tags: '{"tenant":"acme"}' })]));
    const { rows } = await knex.raw(
      `select c.relname as name, c.relrowsecurity as enabled,
              c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
              has_table_privilege('freehold_tenant', c.oid, 'select') as readable
         from pg_class c join pg_inherits i on i.inhrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({
        enabled: true,
        forced: true,
        policies: 0,
        readable: false,
      });
      expect((await knex(row.name).count())[0]).toEqual({ count: '0' });
    }
  });
});
