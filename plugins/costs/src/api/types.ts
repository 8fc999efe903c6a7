import type {
  CostsComponents,
  CostsPaths,
} from '@freehold/plugin-costs-common';

type Schemas = CostsComponents['schemas'];

export type Metric = Schemas['Metric'];
export type Dimension = Schemas['Dimension'];
export type Amount = Schemas['Money'];
export type CostsSummary = Schemas['CostsSummary'];
export type CurrencySummary = CostsSummary['currencies'][number];
export type CostsReply = Schemas['CostsReply'];
export type CostSum = CostsReply['items'][number];
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

/** One page of a list, and how many there are in all. */
export interface PageOf<Item> {
  items: Item[];
  total: number;
}

/** A page of charges, and what all of them add up to. */
export interface ChargesPage extends PageOf<Charge> {
  sums: Amount[];
}

type QueryOf<Path extends keyof CostsPaths> = CostsPaths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

export type SummaryQuery = QueryOf<'/summary'>;
export type CostsQuery = QueryOf<'/query'>;
export type ChargesQuery = QueryOf<'/charges'>;
export type ExportQuery = QueryOf<'/charges/export'>;
export type ImportsQuery = QueryOf<'/imports'>;
export type PageQuery = QueryOf<'/imports/{import}/rejected-rows'>;

export type UnallocatedQuery = QueryOf<'/allocation/unallocated'>;
export type UnallocatedReply =
  CostsPaths['/allocation/unallocated']['get']['responses'][200]['content']['application/json'];

/** A billing period of a source. */
export type PeriodRef = Pick<SourcePeriod, 'source' | 'period'>;

type InvoiceTotals = CostsPaths['/sources/{source}/invoice-totals'];

/** What an invoice says. */
export type InvoiceTotal =
  InvoiceTotals['put']['requestBody']['content']['application/json'];
/** What names an invoice of a source. */
export type InvoiceRef = InvoiceTotals['delete']['parameters']['query'];

/** What names one charge. */
export type ChargeRef = Pick<Charge, 'period' | 'source' | 'row' | 'part'>;
