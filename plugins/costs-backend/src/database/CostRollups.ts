import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Sum } from '../domain/Import';
import { ROLLUP_DIMENSIONS, ROLLUP_MEASURES } from './rollupColumns';
import { toCount } from '../domain/toCount';

/** What a source has for a billing period. */
export interface SourcePeriodKey {
  sourceId: string;
  /** First day of the billing period, `2026-09-01`. */
  billingPeriod: string;
}

const DIMENSIONS = ['currency', ...ROLLUP_DIMENSIONS].join(', ');
const MEASURES = Object.keys(ROLLUP_MEASURES).join(', ');

/** A rollup table, and the column that says of when its rows are. */
const ROLLUPS = [
  {
    table: 'daily_costs',
    fresh: 'fresh_daily_costs',
    changed: 'changed_daily_costs',
    period: 'day',
  },
  {
    table: 'monthly_costs',
    fresh: 'fresh_monthly_costs',
    changed: 'changed_monthly_costs',
    period: 'month',
  },
] as const;
type Rollup = (typeof ROLLUPS)[number];

/**
 * Sums of charges by tenant, day or month and the dimensions that shrink. They
 * change in the transaction that changes the charges, and only where the sums
 * of a tenant's day are others than before.
 */
export class CostRollups {
  /**
   * Sums up one partition, made by this transaction and not attached yet, into
   * tables that end with the transaction. Asked as the owner of the partition.
   */
  async sumUp(trx: TenantTransaction, partition: string): Promise<void> {
    const measures = Object.entries(ROLLUP_MEASURES)
      .map(([name, expression]) => `${expression} as ${name}`)
      .join(', ');
    await trx.raw(
      `create temp table fresh_daily_costs on commit drop as
       select tenant_id, (charge_period_start at time zone 'UTC')::date as day,
              billing_currency as currency, ${ROLLUP_DIMENSIONS.join(', ')}, ${measures}
         from ??
        group by tenant_id, day, currency, ${ROLLUP_DIMENSIONS.join(', ')}`,
      [partition],
    );
    const sums = Object.keys(ROLLUP_MEASURES)
      .map(name => `sum(${name}) as ${name}`)
      .join(', ');
    await trx.raw(
      `create temp table fresh_monthly_costs on commit drop as
       select tenant_id, date_trunc('month', day)::date as month, ${DIMENSIONS}, ${sums}
         from fresh_daily_costs
        group by tenant_id, date_trunc('month', day), ${DIMENSIONS}`,
    );
    // The all-tenants role may make no table in a database that is shut to the
    // public, not even one that ends with the transaction.
    for (const { changed, fresh, period } of ROLLUPS) {
      await trx.raw(
        `create temp table ${changed} on commit drop as
         select tenant_id, ${period} from ${fresh} with no data`,
      );
      await trx.raw(`grant select on ${fresh} to freehold_all`);
      await trx.raw(`grant select, insert on ${changed} to freehold_all`);
    }
  }

  /** Takes the tables of {@link CostRollups.sumUp} away, before the next period's. */
  async forget(trx: TenantTransaction): Promise<void> {
    const tables = ROLLUPS.flatMap(({ changed, fresh }) => [changed, fresh]);
    await trx.raw(`drop table ${tables.join(', ')}`);
  }

  /** How many charges the fresh sums are of, and what was billed for them. */
  async total(
    trx: TenantTransaction,
  ): Promise<{ rowCount: number; sums: Sum[] }> {
    const { rows } = await trx.raw(
      `select currency, sum(billed)::text as amount, sum(charges)::text as charges
         from fresh_monthly_costs group by currency order by currency`,
    );
    return {
      rowCount: rows.reduce(
        (total: number, { charges }: { charges: string }) =>
          total + toCount(charges),
        0,
      ),
      sums: rows.map(({ amount, currency }: Sum) => ({ amount, currency })),
    };
  }

  /**
   * What the fresh sums change, the largest change first, by currency and
   * service. For the all-tenants door.
   */
  async compare(
    trx: TenantTransaction,
    { sourceId, billingPeriod }: SourcePeriodKey,
  ): Promise<CostChange[]> {
    const { rows } = await trx.raw(
      `select currency, service_name as service,
              sum(before)::text as before, sum(after)::text as after
         from (select currency, service_name, billed as before, 0 as after
                 from daily_costs where source_id = ? and billing_period = ?
               union all
               select currency, service_name, 0, billed from fresh_daily_costs) sides
        group by currency, service_name
       having sum(before) <> sum(after)
        order by abs(sum(after) - sum(before)) desc, currency, service_name
        limit 100`,
      [sourceId, billingPeriod],
    );
    return rows;
  }

  /**
   * Whether the fresh sums come to what there was: every metric, in every
   * currency, of as many charges. For the all-tenants door.
   */
  async hasSameTotals(
    trx: TenantTransaction,
    { sourceId, billingPeriod }: SourcePeriodKey,
  ): Promise<boolean> {
    const totals = `select currency, sum(billed), sum(effective), sum(list),
        sum(contracted), sum(whole_charges)`;
    const { rows } = await trx.raw(
      `with held as (${totals} from monthly_costs
         where source_id = ? and billing_period = ? group by currency),
       fresh as (${totals} from fresh_monthly_costs group by currency)
       (table held except table fresh) union all (table fresh except table held)
       limit 1`,
      [sourceId, billingPeriod],
    );
    return rows.length === 0;
  }

  /** Lets the fresh sums take the place of the old ones. For the all-tenants door. */
  async replace(trx: TenantTransaction, key: SourcePeriodKey): Promise<void> {
    for (const rollup of ROLLUPS) {
      await this.replaceOne(trx, rollup, key);
    }
  }

  private async replaceOne(
    trx: TenantTransaction,
    { table, fresh, changed, period }: Rollup,
    { sourceId, billingPeriod }: SourcePeriodKey,
  ): Promise<void> {
    const columns = `tenant_id, ${period}, ${DIMENSIONS}, ${MEASURES}`;
    const present = `select ${columns} from ${table} where source_id = :sourceId and billing_period = :billingPeriod`;
    const values = { sourceId, billingPeriod };
    await trx.raw(
      `insert into ${changed}
       select distinct tenant_id, ${period} from (
         (select ${columns} from ${fresh} except all ${present})
         union all
         (${present} except all select ${columns} from ${fresh})) differing`,
      values,
    );
    await trx.raw(
      `delete from ${table} using ${changed}
        where ${table}.tenant_id = ${changed}.tenant_id
          and ${table}.${period} = ${changed}.${period}
          and source_id = :sourceId and billing_period = :billingPeriod`,
      values,
    );
    await trx.raw(
      `insert into ${table} (billing_period, source_id, line, ${columns})
       select :billingPeriod, :sourceId,
              row_number() over (partition by tenant_id, ${period}), ${columns}
         from ${fresh} join ${changed} using (tenant_id, ${period})`,
      values,
    );
  }
}

/** How much more or less a service was billed than before. */
export interface CostChange {
  currency: string;
  service: string | null;
  /** Exact decimals. */
  before: string;
  after: string;
}
