import { NotFoundError } from '@backstage/errors';
import type { CostsComponents } from '@freehold/plugin-costs-common';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  readInScope,
  type TenantDatabase,
  type TenantScope,
} from '@freehold/plugin-tenancy-node';
import { commitmentFigures } from '../commitments/commitmentFigures';
import type {
  ChargeKey,
  ChargeRow,
  ChargesStore,
} from '../database/ChargesStore';
import type { CostsStore, CostSum } from '../database/CostsStore';
import type { ImportsStore } from '../database/ImportsStore';
import type { MarkupsStore } from '../database/MarkupsStore';
import type { PeriodFilesStore } from '../database/PeriodFilesStore';
import type { SummaryStore } from '../database/SummaryStore';
import {
  assertRange,
  type CostQuery,
  type CostRange,
  type CostTable,
  type Dimension,
  type Metric,
} from '../domain/CostQuery';
import {
  daysUntil,
  summarise,
  type CostsSummary,
} from '../domain/CostsSummary';
import { SalePrices } from '../domain/SalePrices';

const ROWS_PER_PART = 2_000;

/** Whether costs are the business's, or what a customer pays for them. */
type Prices = CostsComponents['schemas']['Prices'];

/** A charge, and where it is from, which is shown to staff only. */
export interface FoundCharge {
  charge: ChargeRow;
  from?: {
    sourceName: string;
    importId: string;
    fileName: string;
    fileRow: number;
  };
}

/** What customers' sites cost. Callers have been authorized before. */
export class CostsService {
  static create(options: {
    charges: ChargesStore;
    costs: CostsStore;
    database: TenantDatabase;
    imports: Pick<ImportsStore, 'get'>;
    markups: Pick<MarkupsStore, 'listFor'>;
    periodFiles: Pick<PeriodFilesStore, 'list'>;
    summaries: SummaryStore;
    now?: () => Date;
  }): CostsService {
    return new CostsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof CostsService.create>[0],
  ) {}

  /** This month, up to the newest day there are charges of, beside the last. */
  async getCostsSummary(
    scope: TenantScope,
    filter: { customer?: string; site?: string; metric: Metric },
  ): Promise<CostsSummary> {
    const { database, now = () => new Date(), summaries } = this.deps;
    const { customer, metric, site } = filter;
    const day = now().toISOString().slice(0, 10);
    const prices = await this.salePrices(scope, { metric, dimensions: [] });
    const found = await readInScope(
      database,
      { scope, customer, purpose: 'sum up costs for staff' },
      async (trx, tenant) => {
        const newest = await summaries.findNewestDay(trx, day, {
          tenant,
          site,
        });
        const days = daysUntil(
          newest && newest.slice(0, 7) === day.slice(0, 7) ? newest : day,
        );
        return {
          newest,
          days,
          sums: await summaries.sum(
            trx,
            metric,
            days,
            { tenant, site },
            prices,
          ),
          commitments: prices
            ? []
            : commitmentFigures(
                await summaries.sumCommitments(trx, days, { tenant, site }),
              ),
        };
      },
    );
    const days = found?.days ?? daysUntil(day);
    const hasDays = (found?.newest ?? '') >= days.month;
    return {
      metric,
      prices: prices ? 'sale' : 'purchase',
      month: days.month,
      today: days.today,
      ...(found?.newest && { newestCharge: `${found.newest}T00:00:00Z` }),
      currencies: (found?.sums ?? []).map(sums =>
        summarise(
          sums,
          found?.commitments.find(it => it.currency === sums.currency),
          days,
          { isForStaff: scope.all, hasDays },
        ),
      ),
    };
  }

  /** @throws InputError about the range */
  async queryCosts(
    scope: TenantScope,
    query: CostQuery & { customer?: string },
  ): Promise<{ items: CostSum[]; prices: Prices; answeredBy: CostTable }> {
    const { costs, database } = this.deps;
    assertRange(query);
    const prices = await this.salePrices(scope, {
      metric: query.metric,
      dimensions: dimensionsOf(query),
    });
    const found = await readInScope(
      database,
      { scope, customer: query.customer, purpose: 'sum costs for staff' },
      (trx, tenant) => costs.sum(trx, query, tenant, prices),
    );
    return {
      prices: prices ? 'sale' : 'purchase',
      ...(found ?? { items: [], answeredBy: 'monthly' }),
    };
  }

  /**
   * The charges of a range, and what they add up to.
   *
   * @throws InputError about the range
   */
  async listCharges(
    scope: TenantScope,
    filter: CostRange & {
      customer?: string;
      metric: Metric;
      offset: number;
      limit: number;
    },
  ): Promise<{ items: ChargeRow[]; prices: Prices; sums: CostSum[] }> {
    const { charges, costs, database } = this.deps;
    assertRange(filter);
    const prices = await this.salePrices(scope, {
      metric: filter.metric,
      dimensions: dimensionsOf(filter),
    });
    const found = await readInScope(
      database,
      { scope, customer: filter.customer, purpose: 'list charges for staff' },
      async (trx, tenant) => ({
        items: await charges.list(trx, filter, tenant, prices),
        sums: (
          await costs.sum(
            trx,
            { ...filter, granularity: 'total', top: 1 },
            tenant,
            prices,
          )
        ).items,
      }),
    );
    return {
      prices: prices ? 'sale' : 'purchase',
      ...(found ?? { items: [], sums: [] }),
    };
  }

  /** @throws NotFoundError also about charges of others */
  async getCharge(
    scope: TenantScope,
    key: ChargeKey & { customer?: string },
  ): Promise<FoundCharge> {
    const { charges, database, imports, periodFiles } = this.deps;
    const prices = await this.salePrices(scope);
    const charge = await readInScope(
      database,
      { scope, customer: key.customer, purpose: 'show a charge to staff' },
      (trx, tenant) => charges.find(trx, key, tenant, prices),
    );
    if (!charge) {
      throw new NotFoundError(
        `There is no charge ${key.row}/${key.part} of source '${key.sourceId}' in ${key.period}. It may have been replaced by a later import.`,
      );
    }
    if (!scope.all) {
      return { charge };
    }
    const importId = charge.import_id!;
    const { files, found } = await database.transaction(
      BUSINESS_TENANT,
      async trx => ({
        found: await imports.get(trx, importId),
        files: await periodFiles.list(trx, {
          sourceId: key.sourceId,
          billingPeriod: key.period,
        }),
      }),
    );
    const { rowOffset = 0 } = files.find(it => it.importId === importId) ?? {};
    const { fileName, sourceName } = found;
    return {
      charge,
      from: { sourceName, importId, fileName, fileRow: key.row - rowOffset },
    };
  }

  /**
   * All charges of a range, in parts.
   *
   * @throws InputError about the range or the filters, before the first part
   */
  async readCharges(
    scope: TenantScope,
    range: CostRange & { customer?: string },
  ): Promise<AsyncIterable<ChargeRow[]>> {
    assertRange(range);
    const prices = await this.salePrices(scope, {
      dimensions: dimensionsOf(range),
    });
    return this.readParts(scope, range, prices);
  }

  private async *readParts(
    scope: TenantScope,
    range: CostRange & { customer?: string },
    prices: SalePrices | undefined,
  ) {
    let rows = await this.readAfter(scope, range, prices);
    while (rows.length > 0) {
      yield rows;
      rows = await this.readAfter(scope, range, prices, rows.at(-1));
    }
  }

  private async readAfter(
    scope: TenantScope,
    range: CostRange & { customer?: string },
    prices: SalePrices | undefined,
    after?: ChargeRow,
  ): Promise<ChargeRow[]> {
    const { charges, database } = this.deps;
    const rows = await readInScope(
      database,
      { scope, customer: range.customer, purpose: 'export charges for staff' },
      (trx, tenant) =>
        charges.listAfter(
          trx,
          { ...range, after, limit: ROWS_PER_PART },
          tenant,
          prices,
        ),
    );
    return rows ?? [];
  }

  /**
   * What the caller pays, when it is a customer that a mark-up is for.
   *
   * @throws InputError when it asks for what it is not told
   */
  private async salePrices(
    scope: TenantScope,
    asked: Parameters<SalePrices['assertShown']>[0] = { dimensions: [] },
  ): Promise<SalePrices | undefined> {
    const { database, markups } = this.deps;
    if (scope.all) {
      return undefined;
    }
    const prices = SalePrices.of(
      scope.tenant,
      await database.transaction(BUSINESS_TENANT, trx =>
        markups.listFor(trx, scope.tenant),
      ),
    );
    prices?.assertShown(asked);
    return prices;
  }
}

function dimensionsOf(
  query: Pick<CostQuery, 'filters'> & Partial<Pick<CostQuery, 'groupBy'>>,
): Dimension[] {
  return [...query.filters.keys(), ...(query.groupBy ? [query.groupBy] : [])];
}
