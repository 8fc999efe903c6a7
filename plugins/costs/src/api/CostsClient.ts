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
import type { CostsApi, UploadProgress } from './CostsApi';
import type {
  ChangesQuery,
  AllocationRule,
  ChargeRef,
  ChargesQuery,
  ComparisonQuery,
  CostsQuery,
  ExportQuery,
  Import,
  ImportsQuery,
  InvoiceRef,
  InvoiceTotal,
  MarkupInput,
  PageQuery,
  ReportQuery,
  ResourcesQuery,
  SourceDefaults,
  SummaryQuery,
  TotalsImported,
  ViewContent,
  CustomerComplianceQuery,
  TagComplianceQuery,
  TagFixesExportQuery,
  TagFixesQuery,
  TagKeysQuery,
  TagPolicyChange,
  PeriodRef,
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

  compareCosts(query: ComparisonQuery) {
    return expectData(this.client.GET('/comparison', { params: { query } }));
  }

  explainChanges(query: ChangesQuery) {
    return expectData(this.client.GET('/changes', { params: { query } }));
  }

  listTopResources(query: ResourcesQuery) {
    return expectData(this.client.GET('/resources', { params: { query } }));
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

  async exportCharges(query: ExportQuery) {
    await this.download(`/charges/export?${toSearch(query)}`);
  }

  async exportReport(query: ReportQuery) {
    await this.download(`/report?${toSearch(query)}`);
  }

  listViews() {
    return expectData(this.client.GET('/views'));
  }

  saveView(body: ViewContent) {
    return expectData(this.client.POST('/views', { body }));
  }

  updateView(view: string, body: Partial<ViewContent>) {
    return expectData(
      this.client.PATCH('/views/{view}', { params: { path: { view } }, body }),
    );
  }

  async deleteView(view: string) {
    await expectData(
      this.client.DELETE('/views/{view}', { params: { path: { view } } }),
    );
  }

  async setDefaultView(view?: string) {
    await expectData(
      this.client.PUT('/default-view', {
        body: { view: view ?? null },
      }),
    );
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
    { encoding, mode, ...progress } = {},
  ) =>
    this.upload<Import>(
      `/sources/${encodeURIComponent(sourceId)}/imports`,
      {
        file,
        query: {
          fileName: file.name,
          ...(mode && { mode }),
          ...(encoding && { encoding }),
        },
      },
      progress,
    );

  correctRejectedRows: CostsApi['correctRejectedRows'] = async (
    importId,
    file,
    progress = {},
  ) =>
    this.upload<Import>(
      `/imports/${encodeURIComponent(importId)}/corrections`,
      { file, query: { fileName: file.name } },
      progress,
    );

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

  importInvoiceTotals: CostsApi['importInvoiceTotals'] = async (
    sourceId,
    file,
    progress = {},
  ) =>
    this.upload<TotalsImported>(
      `/sources/${encodeURIComponent(sourceId)}/invoice-totals/import`,
      { file, query: {} },
      progress,
    );

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

  listTagKeys(query: TagKeysQuery) {
    return expectData(this.client.GET('/tag-keys', { params: { query } }));
  }

  getTagCompliance(query: TagComplianceQuery) {
    return expectData(
      this.client.GET('/tag-compliance', { params: { query } }),
    );
  }

  listCustomerCompliance(query: CustomerComplianceQuery) {
    return expectData(
      this.client.GET('/tag-compliance/customers', { params: { query } }),
    );
  }

  listTagFixes(query: TagFixesQuery) {
    return expectData(this.client.GET('/tag-fixes', { params: { query } }));
  }

  async exportTagFixes(query: TagFixesExportQuery) {
    await this.download(`/tag-fixes/export?${new URLSearchParams(query)}`);
  }

  getTagPolicy() {
    return expectData(this.client.GET('/tag-policy'));
  }

  setTagPolicy(body: TagPolicyChange) {
    return expectData(this.client.PUT('/tag-policy', { body }));
  }

  previewTagPolicy(body: TagPolicyChange) {
    return expectData(this.client.POST('/tag-policy/preview', { body }));
  }

  listMarkups() {
    return expectData(this.client.GET('/markups'));
  }

  setMarkup(body: MarkupInput) {
    return expectData(this.client.PUT('/markups', { body }));
  }

  async removeMarkup(markup: string) {
    await expectData(
      this.client.DELETE('/markups/{markup}', { params: { path: { markup } } }),
    );
  }

  private async upload<Answer>(
    path: string,
    { file, query }: { file: File; query: Record<string, string> },
    progress: UploadProgress,
  ) {
    const [baseUrl, { token }] = await Promise.all([
      this.options.discoveryApi.getBaseUrl('costs'),
      this.options.identityApi.getCredentials(),
    ]);
    return uploadFile<Answer>({
      url: `${baseUrl}${path}?${new URLSearchParams(query)}`,
      token,
      file,
      mediaType: 'application/octet-stream',
      ...progress,
    });
  }

  private async download(path: string) {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('costs');
    await downloadFile(fetchApi, `${baseUrl}${path}`);
  }
}

function toSearch({ filter = [], ...query }: ExportQuery | ReportQuery) {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  for (const narrowing of filter) search.append('filter', narrowing);
  return search;
}
