/* eslint-disable new-cap -- openapi-fetch names its methods after HTTP's */
import type {
  DiscoveryApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { CostsPaths } from '@freehold/plugin-costs-common';
import {
  createPortalClient,
  downloadFile,
  expectData,
  uploadFile,
  type PortalClient,
} from '@freehold/plugin-tenancy-react';
import type { CostsApi } from './CostsApi';
import type {
  AllocationRule,
  ChargeRef,
  ChargesQuery,
  CostsQuery,
  ExportQuery,
  Import,
  ImportsQuery,
  InvoiceRef,
  InvoiceTotal,
  PageQuery,
  PeriodRef,
  SourceDefaults,
  SummaryQuery,
  UnallocatedQuery,
} from './types';

/** {@link CostsApi} over HTTP. */
export class CostsClient implements CostsApi {
  private readonly client: PortalClient<CostsPaths>;

  constructor(
    private readonly options: {
      discoveryApi: DiscoveryApi;
      fetchApi: FetchApi;
      identityApi: IdentityApi;
    },
  ) {
    this.client = createPortalClient<CostsPaths>({
      pluginId: 'costs',
      ...options,
    });
  }

  getSummary(query: SummaryQuery) {
    return expectData(this.client.GET('/summary', { params: { query } }));
  }

  queryCosts(query: CostsQuery) {
    return expectData(this.client.GET('/query', { params: { query } }));
  }

  listCharges(query: ChargesQuery) {
    return expectData(this.client.GET('/charges', { params: { query } }));
  }

  getCharge({ period, source, row, part }: ChargeRef, customer: string) {
    return expectData(
      this.client.GET('/charges/{period}/{source}/{row}/{part}', {
        params: {
          path: { period, source, row: String(row), part: String(part) },
          query: { customer },
        },
      }),
    );
  }

  async exportCharges({ filter = [], ...query }: ExportQuery) {
    const search = new URLSearchParams(query);
    for (const narrowing of filter) search.append('filter', narrowing);
    await this.download(`/charges/export?${search}`);
  }

  listSources() {
    return expectData(this.client.GET('/sources'));
  }

  createSource(body: { name: string; defaults?: SourceDefaults }) {
    return expectData(this.client.POST('/sources', { body }));
  }

  importCharges: CostsApi['importCharges'] = async (
    sourceId,
    file,
    options = {},
  ) => {
    const [baseUrl, { token }] = await Promise.all([
      this.options.discoveryApi.getBaseUrl('costs'),
      this.options.identityApi.getCredentials(),
    ]);
    const source = encodeURIComponent(sourceId);
    const fileName = encodeURIComponent(file.name);
    return uploadFile<Import>({
      url: `${baseUrl}/sources/${source}/imports?fileName=${fileName}`,
      token,
      file,
      mediaType: 'application/octet-stream',
      ...options,
    });
  };

  listImports(query: ImportsQuery) {
    return expectData(this.client.GET('/imports', { params: { query } }));
  }

  getImport(importId: string) {
    return expectData(
      this.client.GET('/imports/{import}', {
        params: { path: { import: importId } },
      }),
    );
  }

  getConformance(importId: string) {
    return expectData(
      this.client.GET('/imports/{import}/conformance', {
        params: { path: { import: importId } },
      }),
    );
  }

  listRejectedRows(importId: string, query: PageQuery) {
    return expectData(
      this.client.GET('/imports/{import}/rejected-rows', {
        params: { path: { import: importId }, query },
      }),
    );
  }

  async downloadRejectedRows(importId: string) {
    await this.download(
      `/imports/${encodeURIComponent(importId)}/rejected-rows/download`,
    );
  }

  listPeriods() {
    return expectData(this.client.GET('/periods'));
  }

  listReconciliations() {
    return expectData(this.client.GET('/reconciliation'));
  }

  async setInvoiceTotal(source: string, body: InvoiceTotal) {
    await expectData(
      this.client.PUT('/sources/{source}/invoice-totals', {
        params: { path: { source } },
        body,
      }),
    );
  }

  async removeInvoiceTotal(source: string, query: InvoiceRef) {
    await expectData(
      this.client.DELETE('/sources/{source}/invoice-totals', {
        params: { path: { source }, query },
      }),
    );
  }

  listRuleSets() {
    return expectData(this.client.GET('/allocation/rule-sets'));
  }

  getRuleSet(version: number) {
    return expectData(
      this.client.GET('/allocation/rule-sets/{version}', {
        params: { path: { version: String(version) } },
      }),
    );
  }

  saveRuleSetDraft(draft: {
    revision?: string;
    rules: readonly AllocationRule[];
  }) {
    return expectData(
      this.client.PUT('/allocation/draft', {
        body: { ...draft, rules: [...draft.rules] },
      }),
    );
  }

  async discardRuleSetDraft(revision: string) {
    await expectData(
      this.client.DELETE('/allocation/draft', {
        params: { query: { revision } },
      }),
    );
  }

  activateRuleSetDraft(body: { revision: string; comment: string }) {
    return expectData(this.client.POST('/allocation/draft/activate', { body }));
  }

  simulateRuleSetDraft(periods: readonly string[]) {
    return expectData(
      this.client.GET('/allocation/draft/simulation', {
        params: { query: { period: [...periods] } },
      }),
    );
  }

  reallocatePeriods(periods: readonly PeriodRef[]) {
    return expectData(
      this.client.POST('/allocation/reallocations', {
        body: { periods: [...periods] },
      }),
    );
  }

  listUnallocatedCosts(query: UnallocatedQuery) {
    return expectData(
      this.client.GET('/allocation/unallocated', { params: { query } }),
    );
  }

  private async download(path: string) {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('costs');
    await downloadFile(fetchApi, `${baseUrl}${path}`);
  }
}
