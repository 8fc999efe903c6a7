import {
  unknownCustomer,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { findCustomer, lockCustomer } from '../database/customersStore';
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
