import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { desiredSite, PRICE } from './__testUtils__/DeploymentsHarness';
import { DeploymentsStore } from './database/DeploymentsStore';
import { SitesStore } from './database/SitesStore';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@freehold/plugin-sites-backend',
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

  it('leave no table of tenants without forced row security and a tenant-led key', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory });
    const { rows } = await knex.raw(
      `select c.relname, c.relrowsecurity, c.relforcerowsecurity,
              (select a.attname from pg_index i
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                 where i.indrelid = c.oid and i.indisprimary) as leads
         from pg_class c
         where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
           and c.relname not like 'knex_%'
         order by c.relname`,
    );
    expect(rows.map((row: any) => row.relname)).toEqual([
      'cloud_credentials',
      'contents',
      'dead_letters',
      'deployment_log',
      'deployment_log_words',
      'deployment_steps',
      'deployments',
      'drift_turns',
      'monthly_limits',
      'orders',
      'outbox',
      'plan_files',
      'price_books',
      'price_items',
      'sites',
      'terraform_locks',
      'terraform_states',
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({
        relrowsecurity: true,
        relforcerowsecurity: true,
        leads: 'tenant_id',
      });
    }
  });

  it('let logs from before be found by their words', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory });
    const name = '20261124000210_log_search.js';
    await knex.migrate.down({ directory, name });
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    const desired = desiredSite('shop');
    for (const tenant of ['acme', 'birch']) {
      await database.transaction(tenant, async trx => {
        const { siteId } = await new SitesStore().insert(trx, {
          tenant,
          desired,
          price: PRICE,
          createdBy: `user:${tenant}/ada`,
        });
        const { deploymentId } = await new DeploymentsStore().create(trx, {
          tenant,
          siteId,
          kind: 'apply',
          desired,
          requestedBy: `user:${tenant}/ada`,
          price: PRICE,
        });
        await trx('deployment_log').insert({
          tenant_id: tenant,
          deployment_id: deploymentId,
          seq: 1,
          stream: 'stdout',
          text: `Rate EXCEEDED for aws_vpc.main of ${tenant}`,
        });
      });
    }
    await knex.migrate.up({ directory, name });
    const rows = await database.transaction('acme', trx =>
      trx('deployment_log_words').orderBy('word').select('word'),
    );
    expect(rows.map(({ word }) => word)).toEqual([
      'acme',
      'aws_vpc',
      'exceeded',
      'for',
      'main',
      'of',
      'rate',
    ]);
    const { rows: forced } = await knex.raw(
      `select relname from pg_class
         where relname in ('deployments', 'deployment_log') and not relforcerowsecurity`,
    );
    expect(forced).toEqual([]);
  });

  it('let nobody rewrite the history of a deployment', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory });
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    for (const table of ['deployment_log', 'deployment_steps']) {
      await expect(
        database.transaction('acme', trx =>
          trx(table).update({ deployment_id: 'dep_other' }),
        ),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
