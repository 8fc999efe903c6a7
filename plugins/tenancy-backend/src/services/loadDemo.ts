import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  readDemoFile,
  type Demo,
  type TenantDatabase,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { insertCustomer } from '../database/customersStore';
import { insertMember } from '../database/membersStore';

type DemoPerson =
  Demo['staff'][number] | Demo['customers'][number]['members'][number];

/**
 * Adds what is missing of the demo's customers and staff, when the
 * configuration names a demo file. What is there already stays as people left
 * it: a known customer is not touched, its members included, and staff who
 * were removed stay removed.
 */
export async function loadDemo(options: {
  config: RootConfigService;
  database: TenantDatabase;
  logger: LoggerService;
}): Promise<void> {
  const { config, database, logger } = options;
  const file = config.getOptionalString('tenancy.demo.file');
  if (!file) {
    return;
  }
  const demo = await readDemoFile(file);
  for (const customer of demo.customers) {
    await database.transaction(customer.slug, async trx => {
      const isNew = await insertCustomer(trx, {
        tenant_id: customer.slug,
        name: customer.name,
        tier: customer.tier,
        requires_approval: customer.requiresApproval,
      });
      if (isNew) {
        await insertPeople(trx, customer.slug, customer.members);
        logger.info(`Loaded the demo customer '${customer.slug}'`);
      }
    });
  }
  await database.transaction(BUSINESS_TENANT, trx =>
    insertPeople(trx, BUSINESS_TENANT, demo.staff),
  );
}

async function insertPeople(
  trx: TenantTransaction,
  tenant: string,
  people: readonly DemoPerson[],
): Promise<void> {
  for (const { name, email, displayName, role } of people) {
    await insertMember(trx, {
      tenant_id: tenant,
      member_name: name,
      email,
      display_name: displayName,
      role,
    });
  }
}
