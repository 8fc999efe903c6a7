import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ChargeDetail,
  ChargeRef,
  ChargesPage,
  ChargesQuery,
  Conformance,
  CostsQuery,
  CostsReply,
  CostsSummary,
  CustomerCompliance,
  CustomerComplianceQuery,
  ExportQuery,
  Import,
  ImportDetail,
  ImportsQuery,
  InvoiceRef,
  InvoiceTotal,
  PageOf,
  PageQuery,
  Reconciliation,
  RejectedRow,
  Source,
  SourceDefaults,
  SourcePeriod,
  SummaryQuery,
  TagComplianceQuery,
  TagComplianceReply,
  TagFix,
  TagFixesExportQuery,
  TagFixesQuery,
  TagKeysQuery,
  TagPolicy,
  TagPolicyChange,
  TagPolicyPreview,
} from './types';

/**
 * What sites cost, and the imports it came by. Every method rejects with a
 * `PortalError` that carries words for people.
 */
export interface CostsApi {
  getSummary(query: SummaryQuery): Promise<CostsSummary>;
  /** Sums by period and by one dimension, never across currencies. */
  queryCosts(query: CostsQuery): Promise<CostsReply>;
  listCharges(query: ChargesQuery): Promise<ChargesPage>;
  getCharge(charge: ChargeRef, customer: string): Promise<ChargeDetail>;
  /** Hands a FOCUS file of the charges to the browser. */
  exportCharges(query: ExportQuery): Promise<void>;
  listSources(): Promise<{ items: Source[] }>;
  createSource(source: {
    name: string;
    defaults?: SourceDefaults;
  }): Promise<Source>;
  /** `onProgress` hears the sent share, 0 to 1. */
  importCharges(
    sourceId: string,
    file: File,
    options?: { onProgress?: (share: number) => void; signal?: AbortSignal },
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
  removeInvoiceTotal(sourceId: string, invoice: InvoiceRef): Promise<void>;
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
}

export const costsApiRef = createApiRef<CostsApi>().with({
  id: 'plugin.costs.costs',
  pluginId: 'costs',
});
