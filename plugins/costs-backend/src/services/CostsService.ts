import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantScope,
} from '@freehold/plugin-tenancy-node';
import { commitmentFigures } from '../commitments/commitmentFigures';
import type {
  ChargeKey,
  ChargeRow,
  ChargesStore,
} from '../database/ChargesStore';
import type { CostsDoor, Prices } from '../database/CostsDoor';
import type { CostsStore, CostSum } from '../database/CostsStore';
import type { ImportsStore } from '../database/ImportsStore';
import type { PeriodFilesStore } from '../database/PeriodFilesStore';
import type { SummaryStore } from '../database/SummaryStore';
import {
  assertRange,
  type CostQuery,
  type CostRange,
  type CostTable,
  type Metric,
} from '../domain/CostQuery';
import {
  daysUntil,
  summarise,
  type CostsSummary,
} from '../domain/CostsSummary';

const ROWS_PER_PART = 2_000;

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
    door: CostsDoor;
    imports: Pick<ImportsStore, 'get'>;
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
    const { door, now = () => new Date(), summaries } = this.deps;
    const { customer, metric, site } = filter;
    const day = now().toISOString().slice(0, 10);
    const found = await door.read(
      { scope, customer, purpose: 'sum up costs for staff' },
      async (trx, tenant, prices) => {
        const newest = await summaries.findNewestDay(trx, day, {
          tenant,
          site,
        });
        const days = daysUntil(
          newest && newest.slice(0, 7) === day.slice(0, 7) ? newest : day,
        );
        return {
          prices,
          newest,
          days,
          sums: await summaries.sum(trx, metric, days, { tenant, site }),
          commitments: commitmentFigures(
            await summaries.sumCommitments(trx, days, { tenant, site }),
          ),
        };
      },
    );
    const days = found?.days ?? daysUntil(day);
    const hasDays = (found?.newest ?? '') >= days.month;
    return {
      metric,
      prices: found?.prices ?? 'purchase',
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
  ): Promise<{ items: CostSum[]; answeredBy: CostTable }> {
    const { costs, door } = this.deps;
    assertRange(query);
    const found = await door.read(
      { scope, customer: query.customer, purpose: 'sum costs for staff' },
      (trx, tenant) => costs.sum(trx, query, tenant),
    );
    return found ?? { items: [], answeredBy: 'monthly' };
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
    const { charges, costs, door } = this.deps;
    assertRange(filter);
    const found = await door.read(
      { scope, customer: filter.customer, purpose: 'list charges for staff' },
      async (trx, tenant, prices) => ({
        prices,
        items: await charges.list(trx, filter, tenant),
        sums: (
          await costs.sum(
            trx,
            { ...filter, granularity: 'total', top: 1 },
            tenant,
          )
        ).items,
      }),
    );
    return found ?? { items: [], prices: 'purchase', sums: [] };
  }

  /** @throws NotFoundError also about charges of others */
  async getCharge(
    scope: TenantScope,
    key: ChargeKey & { customer?: string },
  ): Promise<FoundCharge> {
    const { charges, database, door, imports, periodFiles } = this.deps;
    const charge = await door.read(
      { scope, customer: key.customer, purpose: 'show a charge to staff' },
      (trx, tenant) => charges.find(trx, key, tenant),
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
   * @throws InputError about the range, at once
   */
  readCharges(
    scope: TenantScope,
    range: CostRange & { customer?: string },
  ): AsyncIterable<ChargeRow[]> {
    assertRange(range);
    return this.readParts(scope, range);
  }

  private async *readParts(
    scope: TenantScope,
    range: CostRange & { customer?: string },
  ) {
    let rows = await this.readAfter(scope, range);
    while (rows.length > 0) {
      yield rows;
      rows = await this.readAfter(scope, range, rows.at(-1));
    }
  }

  private async readAfter(
    scope: TenantScope,
    range: CostRange & { customer?: string },
    after?: ChargeRow,
  ): Promise<ChargeRow[]> {
    const { charges, door } = this.deps;
    const rows = await door.read(
      { scope, customer: range.customer, purpose: 'export charges for staff' },
      (trx, tenant) =>
        charges.listAfter(
          trx,
          { ...range, after, limit: ROWS_PER_PART },
          tenant,
        ),
    );
    return rows ?? [];
  }
}
