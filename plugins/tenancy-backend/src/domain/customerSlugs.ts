import { InputError } from '@backstage/errors';
import { RESERVED_CUSTOMER_SLUGS } from '@freehold/plugin-tenancy-common';

/** @throws InputError when the slug means something else in the portal */
export function refuseReservedSlug(slug: string): void {
  if (RESERVED_CUSTOMER_SLUGS.includes(slug)) {
    throw new InputError(`The slug '${slug}' is reserved; choose another one`);
  }
}
