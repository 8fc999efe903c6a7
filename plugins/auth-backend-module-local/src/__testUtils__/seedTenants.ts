import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  type RootConfigService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { AccountsStore } from '../database/AccountsStore';
import { migrate } from '../database/migrate';
import { PasswordHasher } from '../services/PasswordHasher';

export const PASSWORD = 'glacier-ottoman-42-fiddle';

/** Members that tests sign in as: `[tenant, name, email, role, password?]`. */
const MEMBERS: [string, string, string, string, string?][] = [
  ['acme', 'ada', 'ada@acme.example', 'owner', PASSWORD],
  ['acme', 'bob', 'bob@acme.example', 'viewer', PASSWORD],
  ['acme', 'new', 'new@acme.example', 'developer'],
  ['acme', 'agency', 'agency@web.example', 'admin', PASSWORD],
  ['globex', 'agency', 'agency@web.example', 'admin', PASSWORD],
  ['globex', 'hank', 'hank@globex.example', 'owner', PASSWORD],
  ['default', 'olga', 'olga@freehold.example', 'operator', PASSWORD],
];

export interface Tenants {
  /** Reaches the tables of tenancy-backend. */
  tenancy: TenantDatabase;
  /** Reaches the tables of this module. */
  local: TenantDatabase;
  close(): Promise<void>;
}

/** Makes both plugins' tables and fills them with two customers and staff. */
export async function seedTenants(config: RootConfigService): Promise<Tenants> {
  const manager = DatabaseManager.fromConfig(config);
  const deps = {
    logger: mockServices.logger.mock(),
    lifecycle: mockServices.lifecycle.mock(),
  };
  const tenancyService = manager.forPlugin('tenancy', deps);
  const authService = manager.forPlugin('auth', deps);
  const tenancyClient = await tenancyService.getClient();
  await tenancyClient.migrate.latest({
    directory: resolvePackagePath(
      '@freehold/plugin-tenancy-backend',
      'migrations',
    ),
  });
  await migrate(authService);
  const tenancy = await TenantDatabase.create(tenancyService);
  const local = await TenantDatabase.create(authService);
  await tenancy.acrossTenants('seed', async trx => {
    await trx('customers').insert([
      { tenant_id: 'acme', name: 'Acme Roadrunner', tier: 'standard' },
      { tenant_id: 'globex', name: 'Globex', tier: 'standard' },
    ]);
    await trx('members').insert(
      MEMBERS.map(([tenant_id, member_name, email, role]) => ({
        tenant_id,
        member_name,
        email,
        role,
        display_name: `${member_name} of ${tenant_id}`,
      })),
    );
  });
  const accounts = AccountsStore.create(local);
  const passwordHash = await PasswordHasher.create().hash(PASSWORD);
  for (const [tenant, member, , , password] of MEMBERS) {
    if (password) {
      await accounts.addPasswordHash(
        { tenant, member },
        passwordHash,
        new Date(),
      );
    }
  }
  return {
    tenancy,
    local,
    close: async () => {
      await tenancyClient.destroy();
      await (await authService.getClient()).destroy();
    },
  };
}
