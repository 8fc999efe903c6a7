import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import {
  traceHeaders,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import createClient from 'openapi-fetch';
import type { Directory } from '../allocation/Assignment';

/** Knows the customers and sites that costs can be laid to. */
export class SiteDirectory {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    directory: Pick<TenantDirectory, 'listCustomerSlugs'>;
  }): SiteDirectory {
    return new SiteDirectory(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SiteDirectory.create>[0],
  ) {}

  /** All there are or were, as they are now. */
  async read(): Promise<Directory> {
    const sites = await this.readSites();
    return {
      customers: new Set(await this.deps.directory.listCustomerSlugs()),
      sites: new Map(
        Object.entries(sites).map(([slug, ids]) => [slug, new Set(ids)]),
      ),
    };
  }

  private async readSites(): Promise<Record<string, string[]>> {
    const { auth, discovery } = this.deps;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'sites',
    });
    const client = createClient<SitesPaths>({
      baseUrl: await discovery.getBaseUrl('sites'),
      headers: { ...traceHeaders(), authorization: `Bearer ${token}` },
    });
    // eslint-disable-next-line new-cap -- openapi-fetch names its methods after HTTP's
    const { data, response } = await client.GET('/site-ids');
    if (!data) {
      throw new Error(`${response.url} answered ${response.status}`);
    }
    return data.customers;
  }
}
