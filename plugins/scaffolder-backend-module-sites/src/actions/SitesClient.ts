import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  SitesComponents,
  SitesPaths,
} from '@freehold/plugin-sites-common';

export type SiteOrder =
  SitesPaths['/customers/{customer}/sites']['post']['requestBody']['content']['application/json'];
export type PlacedOrder = SitesComponents['schemas']['PlacedOrder'];
export type NameCheck =
  SitesPaths['/customers/{customer}/site-names/{name}']['get']['responses']['200']['content']['application/json'];

/** The sites API, called with what its caller may do and no more. */
export class SitesClient {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): SitesClient {
    return new SitesClient(options.auth, options.discovery);
  }

  private constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
  ) {}

  /**
   * @param options.idempotencyKey - the same key returns the first order
   * @param options.requestId - ties the log lines there to those here
   * @throws the error that the sites API answers with
   */
  async orderSite(
    customer: string,
    order: SiteOrder,
    options: {
      credentials: BackstageCredentials;
      idempotencyKey: string;
      requestId: string;
    },
  ): Promise<PlacedOrder> {
    return this.request(
      options.credentials,
      `/customers/${encodeURIComponent(customer)}/sites`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': options.idempotencyKey,
          'x-request-id': options.requestId,
        },
        body: JSON.stringify(order),
      },
    );
  }

  /** @throws the error that the sites API answers with */
  async checkSiteName(
    customer: string,
    name: string,
    options: { credentials: BackstageCredentials },
  ): Promise<NameCheck> {
    return this.request(
      options.credentials,
      `/customers/${encodeURIComponent(customer)}/site-names/${encodeURIComponent(name)}`,
    );
  }

  private async request<T>(
    credentials: BackstageCredentials,
    path: string,
    init: {
      method?: string;
      headers?: Record<string, string>;
      body?: string;
    } = {},
  ): Promise<T> {
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'sites',
    });
    const baseUrl = await this.discovery.getBaseUrl('sites');
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      const { cause } = await ResponseError.fromResponse(response);
      // The task's page shows the message: the API's own says what to do.
      throw cause;
    }
    return response.json() as Promise<T>;
  }
}
