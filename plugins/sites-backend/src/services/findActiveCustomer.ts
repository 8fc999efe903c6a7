import { ConflictError } from '@backstage/errors';
import {
  unknownCustomer,
  type Customer,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';

/**
 * @throws NotFoundError when there is no such customer, ConflictError when it
 *   is deactivated
 */
export async function findActiveCustomer(
  directory: TenantDirectory,
  slug: string,
): Promise<Customer> {
  const customer = await directory.findCustomer(slug);
  if (!customer) {
    throw unknownCustomer(slug);
  }
  if (customer.state !== 'active') {
    throw new ConflictError(
      `The customer '${slug}' is deactivated. Reactivate it first.`,
    );
  }
  return customer;
}
