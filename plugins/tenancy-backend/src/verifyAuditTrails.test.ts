import { DatabaseManager } from '@backstage/backend-defaults/database';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { auditMessage } from './__testUtils__/auditMessages';
import { migrationsDirectory } from './database/migrate';
import { AuditTrail } from './services/AuditTrail';
import { verifyAuditTrails } from './verifyAuditTrails';

jest.setTimeout(60_000);

describe('verifyAuditTrails', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  const setUp = async () => {
    const { connection } = (await databases.init('POSTGRES_18')).client.config;
    // One by one, for knex hides the password from spreading.
    const { host, port, user, password, database } = connection;
    const config = mockServices.rootConfig({
      data: {
        backend: {
          baseUrl: 'http://localhost:7007',
          database: {
            client: 'pg',
            pluginDivisionMode: 'schema',
            connection: { host, port, user, password, database },
          },
        },
      },
    });
    const logger = mockServices.logger.mock();
    const verify = async () => {
      const trails = [];
      for await (const trail of verifyAuditTrails({ config, logger })) {
        trails.push(trail);
      }
      return trails;
    };
    return { config, logger, verify };
  };

  it('asks to start the portal first when there is no trail', async () => {
    const { verify } = await setUp();
    await expect(verify()).rejects.toThrow('start it once first');
  });

  it('reads the database of the configuration and finds what was done to it', async () => {
    const { config, logger, verify } = await setUp();
    const plugin = DatabaseManager.fromConfig(config).forPlugin('tenancy', {
      logger,
      lifecycle: mockServices.lifecycle.mock(),
    });
    const knex = await plugin.getClient();
    await knex.migrate.latest({ directory: migrationsDirectory });
    const database = await TenantDatabase.create(plugin);
    const trail = AuditTrail.create({ database });
    await trail.receive(auditMessage());
    await trail.receive(auditMessage({ tenant: 'cedar' }));
    expect(await verify()).toMatchObject([
      { tenant: 'birch', events: 1, fault: undefined },
      { tenant: 'cedar', events: 1, fault: undefined },
    ]);

    await knex.raw('alter table audit_events disable trigger user');
    await database.transaction('cedar', trx =>
      trx('audit_events').update({ actor: 'user:cedar/somebody-else' }),
    );
    expect(await verify()).toMatchObject([
      { fault: undefined },
      { tenant: 'cedar', fault: { kind: 'altered', sequence: 1 } },
    ]);
    await knex.destroy();
  });
});
