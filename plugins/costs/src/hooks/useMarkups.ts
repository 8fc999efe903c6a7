import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  costsMarkupPermission,
  costsMarkupReadPermission,
} from '@freehold/plugin-costs-common';
import { CUSTOMER_GROUP_TYPE } from '@freehold/plugin-tenancy-common';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { costsApiRef, type Markup } from '../api';

/** What the reader may do with mark-ups. */
export function useMarkupPermissions() {
  const read = usePermission({ permission: costsMarkupReadPermission });
  const set = usePermission({ permission: costsMarkupPermission });
  return { loading: read.loading, canRead: read.allowed, canSet: set.allowed };
}

/** What the business adds to its costs. */
export function useMarkups() {
  const api = useApi(costsApiRef);
  return useLoaded<{ items: Markup[] }>({
    key: ['costs', 'markups'],
    load: () => api.listMarkups(),
  });
}

/** Every customer, by name; slugs are what the API takes. */
export function useCustomers(isAsked: boolean) {
  const catalog = useApi(catalogApiRef);
  return useLoaded<{ slug: string; name: string }[]>({
    key: isAsked ? ['costs', 'customers'] : undefined,
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'Group', 'spec.type': CUSTOMER_GROUP_TYPE },
        fields: ['metadata.namespace', 'metadata.name', 'metadata.title'],
      });
      return items
        .map(({ metadata }) => ({
          slug: metadata.namespace ?? metadata.name,
          name: metadata.title ?? metadata.name,
        }))
        .sort((one, other) => one.name.localeCompare(other.name));
    },
  });
}
