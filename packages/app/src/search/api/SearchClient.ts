import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  SearchQuery,
  SearchResultSet,
} from '@backstage/plugin-search-common';
import type { SearchApi } from '@backstage/plugin-search-react';
import { PortalError } from '@freehold/plugin-tenancy-react';

/** Asks the search backend; rejects with a PortalError when it refuses. */
export class SearchClient implements SearchApi {
  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  async query(
    { term, filters = {}, pageLimit, pageCursor }: SearchQuery,
    options?: { signal?: AbortSignal },
  ): Promise<SearchResultSet> {
    const params = new URLSearchParams({ term });
    for (const [field, value] of Object.entries(filters)) {
      params.set(`filters[${field}]`, String(value));
    }
    if (pageLimit) params.set('pageLimit', String(pageLimit));
    if (pageCursor) params.set('pageCursor', pageCursor);
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('search');
    const response = await this.deps.fetchApi
      .fetch(`${baseUrl}/query?${params}`, { signal: options?.signal })
      .catch(error => {
        throw PortalError.unanswered(error);
      });
    if (!response.ok) {
      throw await PortalError.fromResponse(response);
    }
    return response.json();
  }
}
