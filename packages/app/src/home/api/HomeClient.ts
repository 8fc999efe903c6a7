import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import {
  createPortalClient,
  expectData,
  type PortalClient,
} from '@freehold/plugin-tenancy-react';
import type { HomeApi } from './HomeApi';

const SITES_SHOWN = 12;
const DEPLOYMENTS_SHOWN = 10;

/** {@link HomeApi} over HTTP. */
export class HomeClient implements HomeApi {
  private readonly sites: PortalClient<SitesPaths>;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.sites = createPortalClient({ pluginId: 'sites', ...options });
  }

  getSummary() {
    return expectData(this.sites.request('get', '/summary'));
  }

  listSites() {
    return expectData(
      this.sites.request('get', '/sites', {
        params: { query: { sort: '-createdAt', limit: SITES_SHOWN } },
      }),
    );
  }

  listRecentDeployments() {
    return expectData(
      this.sites.request('get', '/deployments', {
        params: { query: { limit: DEPLOYMENTS_SHOWN } },
      }),
    );
  }
}
