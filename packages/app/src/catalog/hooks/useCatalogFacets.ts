import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** What the catalog can be narrowed to: kinds and namespaces that it holds. */
export function useCatalogFacets() {
  const api = useApi(catalogApiRef);
  const { value } = useAsync(
    () => api.getEntityFacets({ facets: ['kind', 'metadata.namespace'] }),
    [api],
  );
  const valuesOf = (facet: string) =>
    (value?.facets[facet] ?? [])
      .map(each => each.value)
      .sort((left, right) => left.localeCompare(right));
  return {
    kinds: valuesOf('kind'),
    namespaces: valuesOf('metadata.namespace'),
  };
}
