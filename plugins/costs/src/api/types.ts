import type {
  CostsComponents,
  CostsPaths,
} from '@freehold/plugin-costs-common';

type Schemas = CostsComponents['schemas'];

export type Metric = Schemas['Metric'];
export type Dimension = Schemas['Dimension'];
export type Amount = Schemas['Money'];
/** Whether costs are the business's, or what a customer pays for them. */
export type Prices = Schemas['Prices'];
export type CostsSummary = Schemas['CostsSummary'];
export type CurrencySummary = CostsSummary['currencies'][number];
export type CostsReply = Schemas['CostsReply'];
export type CostSum = CostsReply['items'][number];
export type ComparedSum = Schemas['ComparedSum'];
export type CurrencyChange = Schemas['CurrencyChange'];
export type ServiceChange = Schemas['ServiceChange'];
export type ReasonedPart = Schemas['ReasonedPart'];
export type ResourceCost = Schemas['ResourceCost'];
export type SavedView = Schemas['SavedView'];
export type ViewParameters = Schemas['ViewParameters'];
export type Charge = Schemas['Charge'];
export type ChargeDetail = Schemas['ChargeDetail'];
export type Source = Schemas['Source'];
export type SourceDefaults = Schemas['SourceDefaults'];
export type Import = Schemas['Import'];
export type ImportDetail = Schemas['ImportDetail'];
export type Restatement = Schemas['Restatement'];
export type Conformance = Schemas['Conformance'];
export type ConformanceFinding = Conformance['findings'][number];
export type RejectedRow = Schemas['RejectedRow'];
export type SourcePeriod = Schemas['SourcePeriod'];
export type Markup = Schemas['Markup'];
export type ServiceCategory = Schemas['ServiceCategory'];
export type Reconciliation = Schemas['Reconciliation'];
export type RuleSetHead = Schemas['RuleSetHead'];
export type RuleSet = Schemas['RuleSet'];
export type AllocationRule = Schemas['AllocationRule'];
export type AllocationCondition = Schemas['AllocationCondition'];
export type AllocationSplit = Schemas['AllocationSplit'];
export type ValueSource = Schemas['ValueSource'];
export type AllocationSimulation = Schemas['AllocationSimulation'];
export type AllocationMove = AllocationSimulation['moves'][number];
export type UnallocatedCost = Schemas['UnallocatedCost'];

export type TagCompliance = Schemas['TagCompliance'];
export type TagComplianceFigures = Schemas['TagComplianceFigures'];
export type CustomerCompliance = Schemas['CustomerCompliance'];
export type TagFix = Schemas['TagFix'];
export type TagProblem = Schemas['TagProblem'];
export type TagPolicy = Schemas['TagPolicy'];
export type TagRequirement = TagPolicy['requirements'][number];
export type AccountTags = TagPolicy['accounts'][number];
export type VirtualTag = TagPolicy['virtual'][number];
export type TagCondition = VirtualTag['conditions'][number];
export type TagPolicyPreview = Schemas['TagPolicyPreview'];

/** One page of a list, and how many there are in all. */
export interface PageOf<Item> {
  items: Item[];
  total: number;
}

/** A page of charges, and what all of them add up to. */
export interface ChargesPage extends PageOf<Charge> {
  prices: Prices;
  sums: Amount[];
}

type QueryOf<Path extends keyof CostsPaths> = CostsPaths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

export type SummaryQuery = QueryOf<'/summary'>;
export type CostsQuery = QueryOf<'/query'>;
export type ComparisonQuery = QueryOf<'/comparison'>;
export type ChangesQuery = QueryOf<'/changes'>;
export type ResourcesQuery = QueryOf<'/resources'>;
export type ChargesQuery = QueryOf<'/charges'>;
export type ExportQuery = QueryOf<'/charges/export'>;
export type ReportQuery = QueryOf<'/report'>;
export type ImportsQuery = QueryOf<'/imports'>;
export type PageQuery = QueryOf<'/imports/{import}/rejected-rows'>;

/** What names a mark-up, and what it adds. */
export type MarkupInput =
  CostsPaths['/markups']['put']['requestBody']['content']['application/json'];
type ImportQuery = NonNullable<
  CostsPaths['/sources/{source}/imports']['post']['parameters']['query']
>;
/** What may be said of a file that is imported. */
export type ImportOptions = Omit<ImportQuery, 'fileName'>;
export type TagKeysQuery = QueryOf<'/tag-keys'>;
export type TagComplianceQuery = QueryOf<'/tag-compliance'>;
export type CustomerComplianceQuery = QueryOf<'/tag-compliance/customers'>;
export type TagFixesQuery = QueryOf<'/tag-fixes'>;
export type TagFixesExportQuery = QueryOf<'/tag-fixes/export'>;

/** How tags comply, and what is asked of them. */
export type TagComplianceReply =
  CostsPaths['/tag-compliance']['get']['responses']['200']['content']['application/json'];
/** Another policy, and the version that it was made of. */
export type TagPolicyChange =
  CostsPaths['/tag-policy']['put']['requestBody']['content']['application/json'];
export type UnallocatedQuery = QueryOf<'/allocation/unallocated'>;
export type UnallocatedReply =
  CostsPaths['/allocation/unallocated']['get']['responses'][200]['content']['application/json'];

/** A billing period of a source. */
export type PeriodRef = Pick<SourcePeriod, 'source' | 'period'>;

type InvoiceTotals = CostsPaths['/sources/{source}/invoice-totals'];

/** What became of a list of invoices. */
export type TotalsImported =
  CostsPaths['/sources/{source}/invoice-totals/import']['post']['responses']['200']['content']['application/json'];
/** What an invoice says. */
export type InvoiceTotal =
  InvoiceTotals['put']['requestBody']['content']['application/json'];
/** What names an invoice of a source. */
export type InvoiceRef = InvoiceTotals['delete']['parameters']['query'];

/** What is kept of a view. */
export type ViewContent =
  CostsPaths['/views']['post']['requestBody']['content']['application/json'];

/** What names one charge. */
export type ChargeRef = Pick<Charge, 'period' | 'source' | 'row' | 'part'>;
