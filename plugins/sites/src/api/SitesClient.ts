/* eslint-disable new-cap -- openapi-fetch names its methods after HTTP's */
import type {
  DiscoveryApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import {
  createPortalClient,
  downloadFile,
  expectData,
  type PortalClient,
  uploadFile,
} from '@freehold/plugin-tenancy-react';
import { followLog } from './followLog';
import type { CloudCredentialInput, UploadedContent } from './types';
import type {
  DeploymentsQuery,
  LogListener,
  QuoteQuery,
  SiteChanges,
  SitesApi,
  SitesQuery,
} from './SitesApi';

/** {@link SitesApi} over HTTP. */
export class SitesClient implements SitesApi {
  private readonly client: PortalClient<SitesPaths>;

  constructor(
    private readonly options: {
      discoveryApi: DiscoveryApi;
      fetchApi: FetchApi;
      identityApi: IdentityApi;
    },
  ) {
    this.client = createPortalClient<SitesPaths>({
      pluginId: 'sites',
      ...options,
    });
  }

  getOffering() {
    return expectData(this.client.GET('/offering'));
  }

  quotePrice(customer: string, query: QuoteQuery) {
    return expectData(
      this.client.GET('/customers/{customer}/price', {
        params: { path: { customer }, query },
      }),
    );
  }

  getSummary() {
    return expectData(this.client.GET('/summary'));
  }

  listSites(query: SitesQuery) {
    return expectData(this.client.GET('/sites', { params: { query } }));
  }

  listDeployments(query: DeploymentsQuery) {
    return expectData(this.client.GET('/deployments', { params: { query } }));
  }

  checkSiteName(customer: string, name: string) {
    return expectData(
      this.client.GET('/customers/{customer}/site-names/{name}', {
        params: { path: { customer, name } },
      }),
    );
  }

  uploadContent: SitesApi['uploadContent'] = async (
    customer,
    file,
    options = {},
  ) => {
    const { discoveryApi, identityApi } = this.options;
    const [baseUrl, { token }] = await Promise.all([
      discoveryApi.getBaseUrl('sites'),
      identityApi.getCredentials(),
    ]);
    return uploadFile<UploadedContent>({
      url: `${baseUrl}/customers/${encodeURIComponent(customer)}/contents`,
      token,
      file,
      mediaType: mediaTypeOf(file),
      ...options,
    });
  };

  getCloudCredentials(customer: string) {
    return expectData(
      this.client.GET('/customers/{customer}/cloud-credentials', {
        params: { path: { customer } },
      }),
    );
  }

  setCloudCredential(
    customer: string,
    cloud: string,
    body: CloudCredentialInput,
  ) {
    return expectData(
      this.client.PUT('/customers/{customer}/cloud-credentials/{cloud}', {
        params: { path: { customer, cloud } },
        body,
      }),
    );
  }

  async removeCloudCredential(customer: string, cloud: string) {
    await this.client.DELETE(
      '/customers/{customer}/cloud-credentials/{cloud}',
      { params: { path: { customer, cloud } } },
    );
  }

  getSite(customer: string, site: string) {
    return expectData(
      this.client.GET('/customers/{customer}/sites/{site}', {
        params: { path: { customer, site } },
      }),
    );
  }

  updateSite(customer: string, site: string, body: SiteChanges) {
    return expectData(
      this.client.PATCH('/customers/{customer}/sites/{site}', {
        params: { path: { customer, site } },
        body,
      }),
    );
  }

  deleteSite(customer: string, site: string) {
    return expectData(
      this.client.DELETE('/customers/{customer}/sites/{site}', {
        params: { path: { customer, site } },
      }),
    );
  }

  suspendSite(customer: string, site: string, reason: string) {
    return expectData(
      this.client.POST('/customers/{customer}/sites/{site}/suspend', {
        params: { path: { customer, site } },
        body: { reason },
      }),
    );
  }

  resumeSite(customer: string, site: string) {
    return expectData(
      this.client.POST('/customers/{customer}/sites/{site}/resume', {
        params: { path: { customer, site } },
      }),
    );
  }

  getDeployment(customer: string, deployment: string) {
    return expectData(
      this.client.GET('/customers/{customer}/deployments/{deployment}', {
        params: { path: { customer, deployment } },
      }),
    );
  }

  approveDeployment(customer: string, deployment: string, planHash: string) {
    return expectData(
      this.client.POST(
        '/customers/{customer}/deployments/{deployment}/approve',
        { params: { path: { customer, deployment } }, body: { planHash } },
      ),
    );
  }

  rejectDeployment(customer: string, deployment: string, reason: string) {
    return expectData(
      this.client.POST(
        '/customers/{customer}/deployments/{deployment}/reject',
        { params: { path: { customer, deployment } }, body: { reason } },
      ),
    );
  }

  cancelDeployment(customer: string, deployment: string) {
    return expectData(
      this.client.POST(
        '/customers/{customer}/deployments/{deployment}/cancel',
        { params: { path: { customer, deployment } } },
      ),
    );
  }

  forceCancelDeployment(customer: string, deployment: string, reason: string) {
    return expectData(
      this.client.POST(
        '/customers/{customer}/deployments/{deployment}/force-cancel',
        { params: { path: { customer, deployment } }, body: { reason } },
      ),
    );
  }

  listDriftChecks(
    customer: string,
    site: string,
    query: { offset: number; limit: number },
  ) {
    return expectData(
      this.client.GET('/customers/{customer}/sites/{site}/drift-checks', {
        params: { path: { customer, site }, query },
      }),
    );
  }

  checkDrift(customer: string, site: string) {
    return expectData(
      this.client.POST('/customers/{customer}/sites/{site}/drift-checks', {
        params: { path: { customer, site } },
      }),
    );
  }

  reconcileDrift(customer: string, site: string) {
    return expectData(
      this.client.POST('/customers/{customer}/sites/{site}/drift/reconcile', {
        params: { path: { customer, site } },
      }),
    );
  }

  acceptDrift(customer: string, site: string, planHash: string) {
    return expectData(
      this.client.POST('/customers/{customer}/sites/{site}/drift/accept', {
        params: { path: { customer, site } },
        body: { planHash },
      }),
    );
  }

  listDeadLetters(query: { offset: number; limit: number }) {
    return expectData(this.client.GET('/dead-letters', { params: { query } }));
  }

  requeueDeadLetter(customer: string, deployment: string, reason: string) {
    return expectData(
      this.client.POST(
        '/customers/{customer}/dead-letters/{deployment}/requeue',
        { params: { path: { customer, deployment } }, body: { reason } },
      ),
    );
  }

  async discardDeadLetter(
    customer: string,
    deployment: string,
    reason: string,
  ): Promise<void> {
    await expectData(
      this.client.POST(
        '/customers/{customer}/dead-letters/{deployment}/discard',
        { params: { path: { customer, deployment } }, body: { reason } },
      ),
    );
  }

  retryDeployment(customer: string, deployment: string) {
    return expectData(
      this.client.POST('/customers/{customer}/deployments/{deployment}/retry', {
        params: { path: { customer, deployment } },
      }),
    );
  }

  listStates(
    customer: string,
    site: string,
    query: { offset: number; limit: number },
  ) {
    return expectData(
      this.client.GET('/customers/{customer}/sites/{site}/states', {
        params: { path: { customer, site }, query },
      }),
    );
  }

  async downloadState(customer: string, siteId: string, version: string) {
    await this.download([
      'customers',
      customer,
      'sites',
      siteId,
      'states',
      version,
      'download',
    ]);
  }

  restoreState(
    customer: string,
    site: string,
    version: string,
    reason: string,
  ) {
    return expectData(
      this.client.POST(
        '/customers/{customer}/sites/{site}/states/{version}/restore',
        { params: { path: { customer, site, version } }, body: { reason } },
      ),
    );
  }

  async releaseStateLock(
    customer: string,
    site: string,
    lockId: string,
    reason: string,
  ) {
    await this.client.POST(
      '/customers/{customer}/sites/{site}/state-lock/release',
      { params: { path: { customer, site } }, body: { lockId, reason } },
    );
  }

  searchLogs(query: { text: string; customer?: string; before?: string }) {
    return expectData(this.client.GET('/log-search', { params: { query } }));
  }

  searchDeploymentLog(customer: string, deployment: string, text: string) {
    return expectData(
      this.client.GET(
        '/customers/{customer}/deployments/{deployment}/log/search',
        { params: { path: { customer, deployment }, query: { text } } },
      ),
    );
  }

  async downloadDeploymentLog(customer: string, deploymentId: string) {
    await this.download([
      'customers',
      customer,
      'deployments',
      deploymentId,
      'log',
      'download',
    ]);
  }

  private async download(path: string[]) {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('sites');
    const url = [baseUrl, ...path.map(encodeURIComponent)].join('/');
    await downloadFile(fetchApi, url);
  }

  async followLog(
    customer: string,
    deploymentId: string,
    options: { after: number; signal: AbortSignal; listener: LogListener },
  ) {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('sites');
    const path = `/customers/${encodeURIComponent(
      customer,
    )}/deployments/${encodeURIComponent(deploymentId)}/log`;
    return followLog({ fetchApi, url: `${baseUrl}${path}`, ...options });
  }
}

function mediaTypeOf(file: File): string {
  return file.name.toLowerCase().endsWith('.zip')
    ? 'application/zip'
    : 'application/gzip';
}
