import { ConflictError } from '@backstage/errors';
import {
  unknownCustomer,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  findCustomer,
  lockCustomer,
  lockTenant,
} from '../database/customersStore';
import type { Customer } from '../domain/types';

/** @throws NotFoundError */
export async function requireCustomer(
  trx: TenantTransaction,
  slug: string,
): Promise<Customer> {
  const customer = await findCustomer(trx, slug);
  if (!customer) {
    throw unknownCustomer(slug);
  }
  return customer;
}

/**
 * Locks the customer for the rest of the transaction.
 *
 * @throws NotFoundError
 */
export async function requireLock(
  trx: TenantTransaction,
  slug: string,
): Promise<Pick<Customer, 'state'>> {
  const customer = await lockCustomer(trx, slug);
  if (!customer) {
    throw unknownCustomer(slug);
  }
  return customer;
}

/**
 * As {@link requireLock}, for a customer or the business itself.
 *
 * @throws NotFoundError
 */
export async function requireTenantLock(
  trx: TenantTransaction,
  tenant: string,
): Promise<{ name: string; state: Customer['state'] }> {
  const found = await lockTenant(trx, tenant);
  if (!found) {
    throw unknownCustomer(tenant);
  }
  return found;
}

/**
 * Locks a customer, or the business itself, whose people can sign in.
 *
 * @throws NotFoundError
 * @throws ConflictError when the customer is deactivated
 */
export async function requireActiveTenant(
  trx: TenantTransaction,
  tenant: string,
): Promise<{ name: string }> {
  const found = await requireTenantLock(trx, tenant);
  if (found.state !== 'active') {
    throw new ConflictError(
      `Customer '${tenant}' is ${found.state}, so its members cannot sign in; reactivate it first`,
    );
  }
  return found;
}
