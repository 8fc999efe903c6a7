import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { CostRange, Metric } from '../domain/CostQuery';
import { chargesIn } from './ChargePeriods';
import { CHARGE_METRICS } from './CostsStore';

/** Where a charge is found again. */
export interface ChargeKey {
  /** First day of the billing period. */
  period: string;
  sourceId: string;
  row: number;
  part: number;
}

/** A charge as PostgreSQL tells it: each column as text, by its name. */
export type ChargeRow = Record<string, string | null>;

const KEY_COLUMNS = `tenant_id, billing_period::text as billing_period, source_id,
  row_number::text as row_number, part::text as part`;
/** What a list of charges shows. */
const LISTED = [
  'charge_category',
  'charge_description',
  'service_provider_name',
  'service_name',
  'sub_account_id',
  'region_id',
  'resource_id',
  'resource_name',
  'site',
  'allocation_method',
  'billing_currency',
] as const;
const AMOUNTS = Object.values(CHARGE_METRICS);

/** Instants as ISO 8601; decimals as text, with every digit. */
const EVERY_COLUMN = CHARGE_COLUMNS.map(({ name, type }) =>
  type === 'timestamp' ? asInstant(name) : `${name}::text as ${name}`,
);

/** Charges themselves; in the door of one tenant, or of all. */
export class ChargesStore {
  /**
   * Currency by currency, highest amount first, and by key where amounts are the
   * same.
   */
  async list(
    trx: TenantTransaction,
    range: CostRange & { metric: Metric; offset: number; limit: number },
    tenant?: string,
  ): Promise<ChargeRow[]> {
    const { sql, bindings } = await chargesIn(trx, range, tenant);
    const { rows } = await trx.raw(
      `select ${KEY_COLUMNS}, ${asInstant('charge_period_start')},
              ${asInstant('charge_period_end')}, ${LISTED.join(', ')},
              ${AMOUNTS.map(name => `${name}::text as ${name}`).join(', ')}
         from charges where ${sql}
        order by billing_currency, charges.${CHARGE_METRICS[range.metric]} desc nulls last,
                 tenant_id, billing_period, source_id, row_number, part
        offset ? limit ?`,
      [...bindings, range.offset, range.limit],
    );
    return rows;
  }

  /** With every column; undefined when the door shows no such charge. */
  async find(
    trx: TenantTransaction,
    { part, period, row, sourceId }: ChargeKey,
    tenant?: string,
  ): Promise<ChargeRow | undefined> {
    const { rows } = await trx.raw(
      `select ${KEY_COLUMNS}, import_id, ${EVERY_COLUMN.join(', ')},
              extension::text as extension, effective_tags::text as effective_tags,
              site, team, cost_centre, project, allocation_method,
              allocation_rule, allocation_reason, allocation_detail,
              allocation_ratio::text as allocation_ratio
         from charges
        where billing_period = ? and source_id = ? and row_number = ? and part = ?
          ${tenant ? 'and tenant_id = ?' : ''}`,
      [period, sourceId, row, part, ...(tenant ? [tenant] : [])],
    );
    return rows[0];
  }

  /**
   * With every column, in the order of their keys, from after a key on: a long
   * list is read in parts, each in a transaction of its own, since one that is
   * open for minutes holds up the replacing of a period.
   */
  async listAfter(
    trx: TenantTransaction,
    range: CostRange & { after?: ChargeRow; limit: number },
    tenant?: string,
  ): Promise<ChargeRow[]> {
    const { sql, bindings } = await chargesIn(trx, range, tenant);
    const { after } = range;
    const { rows } = await trx.raw(
      `select ${KEY_COLUMNS}, ${EVERY_COLUMN.join(', ')}, extension::text as extension
         from charges where ${sql}
          ${after ? 'and (tenant_id, charges.billing_period, source_id, charges.row_number, charges.part) > (?, ?::date, ?, ?::bigint, ?::int)' : ''}
        order by tenant_id, charges.billing_period, source_id, charges.row_number, charges.part
        limit ?`,
      [
        ...bindings,
        ...(after
          ? [
              after.tenant_id,
              after.billing_period,
              after.source_id,
              after.row_number,
              after.part,
            ]
          : []),
        range.limit,
      ],
    );
    return rows;
  }
}

function asInstant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`;
}
