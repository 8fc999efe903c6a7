import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Sum } from '../domain/Import';
import { ROLLUP_MEASURES, ROLLUPS, type Rollup } from './rollupColumns';
import { toCount } from '../domain/toCount';

/** What a source has for a billing period. */
export interface SourcePeriodKey {
  sourceId: string;
  /** First day of the billing period, `2026-09-01`. */
  billingPeriod: string;
}

const MEASURES = Object.keys(ROLLUP_MEASURES).join(', ');
const SUMS = Object.keys(ROLLUP_MEASURES)
  .map(name => `sum(${name}) as ${name}`)
  .join(', ');
const MEASURES_OF_CHARGES = Object.entries(ROLLUP_MEASURES)
  .map(([name, expression]) => `${expression} as ${name}`)
  .join(', ');

const EVERY_ROLLUP: readonly Rollup[] = Object.values(ROLLUPS);

const freshOf = ({ table }: Rollup) => `fresh_${table}`;
const changedOf = ({ table }: Rollup) => `changed_${table}`;
const keyOf = ({ dimensions, period }: Rollup) =>
  ['tenant_id', period, 'currency', ...dimensions].join(', ');

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
    const { daily, 'resource-monthly': resources, ...smaller } = ROLLUPS;
    await sumCharges(trx, daily, partition);
    await sumCharges(trx, resources, partition);
    for (const rollup of Object.values(smaller)) {
      await sumDays(trx, rollup);
    }
    // The all-tenants role may make no table in a database that is shut to the
    // public, not even one that ends with the transaction.
    for (const rollup of EVERY_ROLLUP) {
      const [changed, fresh] = [changedOf(rollup), freshOf(rollup)];
      await trx.raw(
        `create temp table ${changed} on commit drop as
         select tenant_id, ${rollup.period} from ${fresh} with no data`,
      );
      await trx.raw(`grant select on ${fresh} to freehold_all`);
      await trx.raw(`grant select, insert on ${changed} to freehold_all`);
    }
  }

  /** Takes the tables of {@link CostRollups.sumUp} away, before the next period's. */
  async forget(trx: TenantTransaction): Promise<void> {
    const tables = EVERY_ROLLUP.flatMap(it => [changedOf(it), freshOf(it)]);
    await trx.raw(`drop table ${tables.join(', ')}`);
  }

  /** How many charges the fresh sums are of, and what was billed for them. */
  async total(
    trx: TenantTransaction,
  ): Promise<{ rowCount: number; sums: Sum[] }> {
    const { rows } = await trx.raw(
      `select currency, sum(billed)::text as amount, sum(charges)::text as charges
         from fresh_monthly_business_costs group by currency order by currency`,
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
                 from monthly_business_costs where source_id = ? and billing_period = ?
               union all
               select currency, service_name, 0, billed
                 from fresh_monthly_business_costs) sides
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
    for (const rollup of EVERY_ROLLUP) {
      await this.replaceOne(trx, rollup, key);
    }
  }

  private async replaceOne(
    trx: TenantTransaction,
    rollup: Rollup,
    { sourceId, billingPeriod }: SourcePeriodKey,
  ): Promise<void> {
    const { period, table } = rollup;
    const [changed, fresh] = [changedOf(rollup), freshOf(rollup)];
    const columns = `${keyOf(rollup)}, ${MEASURES}`;
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

async function sumCharges(
  trx: TenantTransaction,
  rollup: Rollup,
  partition: string,
): Promise<void> {
  const day = `charge_period_start at time zone 'UTC'`;
  await trx.raw(
    `create temp table ${freshOf(rollup)} on commit drop as
     select tenant_id, date_trunc('${rollup.period}', ${day})::date as ${rollup.period},
            billing_currency as currency,
            ${[...rollup.dimensions, MEASURES_OF_CHARGES].join(', ')}
       from ?? group by ${keyOf(rollup)}`,
    [partition],
  );
}

/** Sums of the sums by day, for rollups that tell less apart. */
async function sumDays(trx: TenantTransaction, rollup: Rollup): Promise<void> {
  const { dimensions, isByTenant, period } = rollup;
  const tenant = isByTenant ? 'tenant_id' : `'${BUSINESS_TENANT}'`;
  // By their places, since names would mean the columns of what is summed up.
  const places = Array.from(
    { length: dimensions.length + 3 },
    (_, at) => at + 1,
  );
  await trx.raw(
    `create temp table ${freshOf(rollup)} on commit drop as
     select ${tenant} as tenant_id, date_trunc('${period}', day)::date as ${period},
            ${['currency', ...dimensions, SUMS].join(', ')}
       from ${freshOf(ROLLUPS.daily)} group by ${places.join(', ')}`,
  );
}

/** How much more or less a service was billed than before. */
export interface CostChange {
  currency: string;
  service: string | null;
  /** Exact decimals. */
  before: string;
  after: string;
}
