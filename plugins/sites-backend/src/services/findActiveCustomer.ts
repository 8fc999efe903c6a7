import { ConflictError } from '@backstage/errors';
import type { DeploymentKind } from '@freehold/plugin-sites-common';
import {
  unknownCustomer,
  type Customer,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';

/**
 * @throws NotFoundError when there is no such customer, ConflictError when it
 *   is suspended or deactivated
 */
export async function findActiveCustomer(
  directory: Pick<TenantDirectory, 'findCustomer'>,
  slug: string,
): Promise<Customer> {
  const customer = await directory.findCustomer(slug);
  if (!customer) {
    throw unknownCustomer(slug);
  }
  assertDeployable(customer);
  return customer;
}

/**
 * Nothing of a suspended customer is deployed, not even to delete it: it is to
 * find everything as it was. A deactivated one's sites may still be deleted.
 *
 * @throws ConflictError
 */
export function assertDeployable(
  { slug, state }: Customer,
  kind: DeploymentKind = 'apply',
): void {
  if (state === 'suspended') {
    throw new ConflictError(
      `The customer '${slug}' is suspended, so that nothing is deployed. Resume it first.`,
    );
  }
  if (state === 'deactivated' && kind === 'apply') {
    throw new ConflictError(
      `The customer '${slug}' is deactivated. Reactivate it first.`,
    );
  }
}
