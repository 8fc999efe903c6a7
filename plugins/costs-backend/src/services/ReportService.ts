import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { TenantScope } from '@freehold/plugin-tenancy-node';
import type { CostsDoor } from '../database/CostsDoor';
import type { ComparisonStore } from '../database/ComparisonStore';
import type { CostsStore, CostSum } from '../database/CostsStore';
import type { ComparedSum } from '../domain/Comparison';
import { assertRange, type CostRange, type Metric } from '../domain/CostQuery';
import type { CostReport, ReportQuery } from '../domain/CostReport';
import { dimensionWords, REST_WORDS } from '../domain/reportWords';
import type { ChargesPaper } from '../writing/report';
import type { ValueNames } from './ValueNames';

/** As many as the page tells apart over time. */
const SERIES = 7;
/** More rows than people read; fewer than hurt. */
const ROWS = 1_000;
/** Hundreds of pages: nobody reads more. */
const MOST_ON_PAPER = 10_000;

/** What the page of costs shows, as one report. Callers have been authorized before. */
export class ReportService {
  static create(options: {
    comparisons: ComparisonStore;
    costs: CostsStore;
    door: CostsDoor;
    names: ValueNames;
  }): ReportService {
    return new ReportService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ReportService.create>[0],
  ) {}

  /** @throws InputError about the ranges */
  async makeReport(
    scope: TenantScope,
    query: ReportQuery & { customer?: string },
    credentials: BackstageCredentials,
  ): Promise<CostReport> {
    assertRange(query);
    if (query.compared) assertRange(query.compared);
    const sums = await this.readSums(scope, query);
    const { groupBy, stack } = query;
    const { names } = this.deps;
    const nameOf = await names.of(
      groupBy,
      sums.breakdown.map(({ value }) => value),
      credentials,
    );
    const seriesOf = await names.of(
      stack,
      sums.trend.map(({ value }) => value),
      credentials,
    );
    return {
      query,
      whose: await this.sayWhose(scope, query.customer, credentials),
      filters: await this.sayFilters(query, credentials),
      totals: sums.totals,
      breakdown: sums.breakdown.map(sum => ({
        ...sum,
        name: sum.isRest ? REST_WORDS : nameOf(sum.value),
      })),
      trend: sums.trend.map(({ value, period = query.from, ...sum }) => ({
        ...sum,
        period,
        name: sum.isRest ? REST_WORDS : seriesOf(value),
      })),
    };
  }

  /**
   * Whose charges a range is of, and which, in words.
   *
   * @throws InputError about the range, or about more charges than fit on paper
   */
  async describeCharges(
    scope: TenantScope,
    query: CostRange & { customer?: string; metric: Metric },
    credentials: BackstageCredentials,
  ): Promise<ChargesPaper> {
    const { costs, door } = this.deps;
    const { customer, from, metric, to } = query;
    assertRange(query);
    const sums = await door.read(
      { scope, customer, purpose: 'count charges for staff' },
      async (trx, tenant) => {
        const total = { ...query, granularity: 'total', top: 1 } as const;
        return (await costs.sum(trx, total, tenant)).items;
      },
    );
    const count = (sums ?? []).reduce((all, { charges }) => all + charges, 0);
    if (count > MOST_ON_PAPER) {
      throw new InputError(
        `These are ${count} charges, and a PDF holds ${MOST_ON_PAPER}. Choose fewer days or another filter, or export them as CSV or Parquet.`,
      );
    }
    return {
      from,
      to,
      metric,
      whose: await this.sayWhose(scope, customer, credentials),
      filters: await this.sayFilters(query, credentials),
      sums: sums ?? [],
    };
  }

  private async readSums(
    scope: TenantScope,
    query: ReportQuery & { customer?: string },
  ): Promise<{
    totals: ComparedSum[];
    breakdown: ComparedSum[];
    trend: CostSum[];
  }> {
    const { comparisons, costs, door } = this.deps;
    const { compared, customer, groupBy, stack } = query;
    const found = await door.read(
      { scope, customer, purpose: 'report costs to staff' },
      async (trx, tenant) => {
        // Without days to compare with, nothing stands beside.
        const spans = {
          ...query,
          compared: compared ?? { from: query.from, to: query.from },
          first: 'dearest' as const,
        };
        const totals = { ...spans, groupBy: undefined, top: 1 };
        const breakdown = { ...spans, groupBy, top: ROWS };
        const trend = { ...query, groupBy: stack, top: SERIES };
        return {
          totals: await comparisons.compare(trx, totals, tenant),
          breakdown: await comparisons.compare(trx, breakdown, tenant),
          trend: (await costs.sum(trx, trend, tenant)).items,
        };
      },
    );
    return found ?? { totals: [], breakdown: [], trend: [] };
  }

  private async sayWhose(
    scope: TenantScope,
    customer: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const tenant = scope.all ? customer : scope.tenant;
    if (!tenant) return 'all customers';
    const nameOf = await this.deps.names.of('customer', [tenant], credentials);
    return nameOf(tenant);
  }

  private async sayFilters(
    { filters }: CostRange,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    return Promise.all(
      [...filters].map(async ([dimension, values]) => {
        const nameOf = await this.deps.names.of(dimension, values, credentials);
        return `${dimensionWords(dimension)}: ${values.map(nameOf).join(' or ')}`;
      }),
    );
  }
}
