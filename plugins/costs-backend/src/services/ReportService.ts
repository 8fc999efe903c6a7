import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  readInScope,
  type TenantDatabase,
  type TenantScope,
} from '@freehold/plugin-tenancy-node';
import type { ComparisonStore } from '../database/ComparisonStore';
import type { CostsStore, CostSum } from '../database/CostsStore';
import type { ComparedSum } from '../domain/Comparison';
import { assertRange } from '../domain/CostQuery';
import type { CostReport, ReportQuery } from '../domain/CostReport';
import { DIMENSION_WORDS, REST_WORDS } from '../domain/reportWords';
import type { ValueNames } from './ValueNames';

/** As many as the page tells apart over time. */
const SERIES = 7;
/** More rows than people read; fewer than hurt. */
const ROWS = 1_000;

/** What the page of costs shows, as one report. Callers have been authorized before. */
export class ReportService {
  static create(options: {
    comparisons: ComparisonStore;
    costs: CostsStore;
    database: TenantDatabase;
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

  private async readSums(
    scope: TenantScope,
    query: ReportQuery & { customer?: string },
  ): Promise<{
    totals: ComparedSum[];
    breakdown: ComparedSum[];
    trend: CostSum[];
  }> {
    const { comparisons, costs, database } = this.deps;
    const { compared, customer, groupBy, stack } = query;
    const found = await readInScope(
      database,
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
    if (!tenant) return 'All customers';
    const nameOf = await this.deps.names.of('customer', [tenant], credentials);
    return nameOf(tenant);
  }

  private async sayFilters(
    { filters }: ReportQuery,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    return Promise.all(
      [...filters].map(async ([dimension, values]) => {
        const nameOf = await this.deps.names.of(dimension, values, credentials);
        return `${DIMENSION_WORDS[dimension]}: ${values.map(nameOf).join(' or ')}`;
      }),
    );
  }
}
