import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AllocationRule,
  AllocationSimulation,
  ChargeDetail,
  ChargeRef,
  ChargesPage,
  ChangesQuery,
  ChargesQuery,
  ComparedSum,
  ComparisonQuery,
  Conformance,
  CostsQuery,
  CostsReply,
  CostsSummary,
  CurrencyChange,
  CustomerCompliance,
  CustomerComplianceQuery,
  ExportQuery,
  Import,
  ImportDetail,
  ImportOptions,
  ImportsQuery,
  InvoiceRef,
  InvoiceTotal,
  Markup,
  MarkupInput,
  PageOf,
  PageQuery,
  PeriodRef,
  Reconciliation,
  RejectedRow,
  ReportQuery,
  ResourceCost,
  ResourcesQuery,
  SavedView,
  RuleSet,
  RuleSetHead,
  Source,
  SourceDefaults,
  SourcePeriod,
  SummaryQuery,
  TotalsImported,
  ViewContent,
  TagComplianceQuery,
  TagComplianceReply,
  TagFix,
  TagFixesExportQuery,
  TagFixesQuery,
  TagKeysQuery,
  TagPolicy,
  TagPolicyChange,
  TagPolicyPreview,
  UnallocatedQuery,
  UnallocatedReply,
} from './types';

/** `onProgress` hears the sent share, 0 to 1. */
export interface UploadProgress {
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * What sites cost, and the imports it came by. Every method rejects with a
 * `PortalError` that carries words for people.
 */
export interface CostsApi {
  getSummary(query: SummaryQuery): Promise<CostsSummary>;
  /** Sums by period and by one dimension, never across currencies. */
  queryCosts(query: CostsQuery): Promise<CostsReply>;
  /** Sums of two spans of days, and their differences. */
  compareCosts(query: ComparisonQuery): Promise<{ items: ComparedSum[] }>;
  /** Which services and resources changed most between two spans, and why. */
  explainChanges(
    query: ChangesQuery,
  ): Promise<{ currencies: CurrencyChange[] }>;
  listTopResources(query: ResourcesQuery): Promise<{ items: ResourceCost[] }>;
  listCharges(query: ChargesQuery): Promise<ChargesPage>;
  getCharge(charge: ChargeRef, customer: string): Promise<ChargeDetail>;
  /** Hands a FOCUS file of the charges to the browser. */
  exportCharges(query: ExportQuery): Promise<void>;
  /** Hands what the page shows to the browser, as a file. */
  exportReport(query: ReportQuery): Promise<void>;
  listViews(): Promise<{ items: SavedView[] }>;
  saveView(view: ViewContent): Promise<SavedView>;
  updateView(viewId: string, changes: Partial<ViewContent>): Promise<SavedView>;
  deleteView(viewId: string): Promise<void>;
  /** Begins with none when it is left out. */
  setDefaultView(viewId?: string): Promise<void>;
  listSources(): Promise<{ items: Source[] }>;
  createSource(source: {
    name: string;
    defaults?: SourceDefaults;
  }): Promise<Source>;
  importCharges(
    sourceId: string,
    file: File,
    options?: ImportOptions & UploadProgress,
  ): Promise<Import>;
  /** Takes rejected rows of an import as they were downloaded, corrected. */
  correctRejectedRows(
    importId: string,
    file: File,
    options?: UploadProgress,
  ): Promise<Import>;
  listImports(query: ImportsQuery): Promise<PageOf<Import>>;
  getImport(importId: string): Promise<ImportDetail>;
  getConformance(importId: string): Promise<Conformance>;
  listRejectedRows(
    importId: string,
    query: PageQuery,
  ): Promise<PageOf<RejectedRow>>;
  /** Hands the rejected rows to the browser as a file. */
  downloadRejectedRows(importId: string): Promise<void>;
  listPeriods(): Promise<{ items: SourcePeriod[] }>;
  listReconciliations(): Promise<{ items: Reconciliation[] }>;
  setInvoiceTotal(sourceId: string, total: InvoiceTotal): Promise<void>;
  /** Enters what the invoices of a list say, all or none. */
  importInvoiceTotals(
    sourceId: string,
    file: File,
    options?: UploadProgress,
  ): Promise<TotalsImported>;
  removeInvoiceTotal(sourceId: string, invoice: InvoiceRef): Promise<void>;
  listMarkups(): Promise<{ items: Markup[] }>;
  /** In place of the one for the same customer, service and month. */
  setMarkup(markup: MarkupInput): Promise<Markup>;
  removeMarkup(markupId: string): Promise<void>;
  /** Keys of tags that charges have, the most used first. */
  listTagKeys(query: TagKeysQuery): Promise<{ items: string[] }>;
  getTagCompliance(query: TagComplianceQuery): Promise<TagComplianceReply>;
  listCustomerCompliance(
    query: CustomerComplianceQuery,
  ): Promise<PageOf<CustomerCompliance>>;
  listTagFixes(query: TagFixesQuery): Promise<PageOf<TagFix>>;
  /** Hands what to fix to the browser as a file. */
  exportTagFixes(query: TagFixesExportQuery): Promise<void>;
  getTagPolicy(): Promise<TagPolicy>;
  setTagPolicy(change: TagPolicyChange): Promise<TagPolicy>;
  /** What a policy would say of the newest month; nothing is changed. */
  previewTagPolicy(change: TagPolicyChange): Promise<TagPolicyPreview>;
  /** Newest first. */
  listRuleSets(): Promise<{ items: RuleSetHead[] }>;
  getRuleSet(version: number): Promise<RuleSet>;
  /** `revision` is of the draft that was changed; none begins one. */
  saveRuleSetDraft(draft: {
    revision?: string;
    rules: readonly AllocationRule[];
  }): Promise<RuleSet>;
  discardRuleSetDraft(revision: string): Promise<void>;
  activateRuleSetDraft(draft: {
    revision: string;
    comment: string;
  }): Promise<RuleSet>;
  simulateRuleSetDraft(
    periods: readonly string[],
  ): Promise<AllocationSimulation>;
  reallocatePeriods(
    periods: readonly PeriodRef[],
  ): Promise<{ items: Import[] }>;
  listUnallocatedCosts(query: UnallocatedQuery): Promise<UnallocatedReply>;
}

export const costsApiRef = createApiRef<CostsApi>().with({
  id: 'plugin.costs.costs',
  pluginId: 'costs',
});
