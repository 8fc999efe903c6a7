import { useApi } from '@backstage/frontend-plugin-api';
import { type Loaded, useLoaded, useMe } from '@freehold/plugin-tenancy-react';
import { customersApiRef, type Customer } from '../api';

/** The customer a site is ordered for, as far as the reader may know it. */
export function useOrderingCustomer(
  slug: string | undefined,
): Loaded<Pick<Customer, 'name' | 'tier'> | undefined> {
  const api = useApi(customersApiRef);
  const { me } = useMe();
  return useLoaded({
    key:
      slug && me
        ? ['sites', 'ordering-customer', slug, me.entityRef]
        : undefined,
    load: async () =>
      me?.kind === 'member'
        ? me.tier && { name: me.tenantName, tier: me.tier }
        : api.getCustomer(slug!),
  });
}
