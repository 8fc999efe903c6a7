import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Which entities to show, in the catalog's own words. */
export interface EntitiesQuery {
  /** Part of a name, a title or a description. */
  search?: string;
  kind?: string;
  namespace?: string;
  /** A field, with a leading hyphen for descending. */
  sort: string;
  offset: number;
  limit: number;
}

const SEARCHED = [
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'spec.profile.displayname',
];

/** One page of the catalog's entities. */
export function useCatalogEntities(query: EntitiesQuery) {
  const api = useApi(catalogApiRef);
  const key = JSON.stringify(query);
  return useAsyncRetry(() => {
    const { search, kind, namespace, sort, offset, limit } = JSON.parse(
      key,
    ) as EntitiesQuery;
    return api.queryEntities({
      filter: {
        ...(kind && { kind }),
        ...(namespace && { 'metadata.namespace': namespace }),
      },
      ...(search && { fullTextFilter: { term: search, fields: SEARCHED } }),
      orderFields: {
        field: sort.replace(/^-/, ''),
        order: sort.startsWith('-') ? 'desc' : 'asc',
      },
      offset,
      limit,
    });
  }, [api, key]);
}

export type CatalogEntity = NonNullable<
  ReturnType<typeof useCatalogEntities>['value']
>['items'][number];
