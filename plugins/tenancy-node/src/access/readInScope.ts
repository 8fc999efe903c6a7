import type { TenantDatabase, TenantTransaction } from '../database';
import type { TenantScope } from './TenantAccess';

/**
 * Reads what a caller may see: through the door of one tenant whenever one is
 * enough, across tenants for staff otherwise.
 *
 * @param customer - the one customer that was asked for, if any
 * @param purpose - why all tenants are needed, when they are
 * @returns undefined when the caller may see nothing of that customer
 */
export async function readInScope<T>(
  database: TenantDatabase,
  options: { scope: TenantScope; customer?: string; purpose: string },
  read: (trx: TenantTransaction, tenant: string | undefined) => Promise<T>,
): Promise<T | undefined> {
  const { scope, customer, purpose } = options;
  if (!scope.all && customer && customer !== scope.tenant) {
    return undefined;
  }
  const tenant = scope.all ? customer : scope.tenant;
  return tenant
    ? database.transaction(tenant, trx => read(trx, tenant))
    : database.acrossTenants(purpose, trx => read(trx, undefined));
}
