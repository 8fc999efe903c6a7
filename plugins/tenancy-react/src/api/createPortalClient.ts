import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import createClient, { type Client } from 'openapi-fetch';
import { PortalError } from './PortalError';

/**
 * A client of one backend plugin, typed by its OpenAPI document. Every answer
 * that is not a success rejects with a {@link PortalError}; `expectData` then
 * gives the data of a success.
 */
export type PortalClient<Paths extends {}> = Client<Paths>;

/** Creates the client of the backend plugin `pluginId`. */
export function createPortalClient<Paths extends {}>(options: {
  pluginId: string;
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): PortalClient<Paths> {
  const { pluginId, discoveryApi, fetchApi } = options;
  const client = createClient<Paths>({
    // Discovery is asynchronous, so the real address is put in at each request.
    baseUrl: 'http://plugin.invalid',
    fetch: async request => {
      const baseUrl = await discoveryApi.getBaseUrl(pluginId);
      const { pathname, search } = new URL(request.url);
      return fetchApi.fetch(`${baseUrl}${pathname}${search}`, {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        // Read whole: browsers stream a copied Request's body over HTTP/2 only.
        body: request.body === null ? undefined : await request.arrayBuffer(),
      });
    },
  });
  client.use({
    async onResponse({ response }) {
      if (!response.ok) {
        throw await PortalError.fromResponse(response);
      }
    },
    onError({ error, request }) {
      return request.signal.aborted ? undefined : PortalError.unanswered(error);
    },
  });
  return client;
}

/**
 * The data of an answer that is known to be a success: `createPortalClient`
 * rejects on every other one.
 */
export async function expectData<Data>(
  answer: Promise<{ data?: Data }>,
): Promise<Data> {
  const { data } = await answer;
  return data as Data;
}
