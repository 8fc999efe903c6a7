import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AllocationRule,
  AllocationSimulation,
  ChargeDetail,
  ChargeRef,
  ChargesPage,
  ChargesQuery,
  Conformance,
  CostsQuery,
  CostsReply,
  CostsSummary,
  ExportQuery,
  Import,
  ImportDetail,
  ImportsQuery,
  InvoiceRef,
  InvoiceTotal,
  PageOf,
  PageQuery,
  PeriodRef,
  Reconciliation,
  RejectedRow,
  RuleSet,
  RuleSetHead,
  Source,
  SourceDefaults,
  SourcePeriod,
  SummaryQuery,
  UnallocatedQuery,
  UnallocatedReply,
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
