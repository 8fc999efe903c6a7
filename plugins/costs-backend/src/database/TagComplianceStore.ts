import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { toCount } from '../domain/toCount';
import type {
  CustomerCompliance,
  KeyCompliance,
  TagFix,
  TagFixFilter,
} from '../tags/TagCompliance';
import { matching, type Condition } from './matching';

const SUMS = `trim_scale(sum(cost))::text as cost,
  trim_scale(sum(missing_cost))::text as missing_cost,
  trim_scale(sum(wrong_cost))::text as wrong_cost, sum(resources)::text as resources,
  sum(missing_resources)::text as missing_resources,
  sum(wrong_resources)::text as wrong_resources`;

/** How tags comply, and what to fix; in the door of one tenant, or of all. */
export class TagComplianceStore {
  /** By billing period, key and currency, oldest period first. */
  async listByKey(
    trx: TenantTransaction,
    { from, to }: { from: string; to: string },
    tenant?: string,
  ): Promise<KeyCompliance[]> {
    const { sql, bindings } = matching(new Map(), tenant);
    const { rows } = await trx.raw(
      `select billing_period::text as period, tag_key, currency, ${SUMS}
         from tag_compliance
        where billing_period >= ? and billing_period < ? and ${sql}
        group by billing_period, tag_key, currency
        order by billing_period, tag_key, currency`,
      [from, to, ...bindings],
    );
    return rows.map((row: Row) => ({
      billingPeriod: row.period,
      key: row.tag_key,
      currency: row.currency,
      ...toFigures(row),
    }));
  }

  /** Customers of one period, those with most to fix first in each currency. */
  async listByCustomer(
    trx: TenantTransaction,
    query: {
      billingPeriod: string;
      key?: string;
      offset: number;
      limit: number;
    },
    tenant?: string,
  ): Promise<{ items: CustomerCompliance[]; total: number }> {
    const { sql, bindings } = matching(new Map(), tenant);
    const { rows } = await trx.raw(
      `select tenant_id, currency, ${SUMS}, count(*) over ()::text as total
         from tag_compliance
        where billing_period = ? and (?::text is null or tag_key = ?) and ${sql}
        group by tenant_id, currency
        order by currency, sum(tag_compliance.missing_cost) + sum(tag_compliance.wrong_cost) desc, tenant_id
        offset ? limit ?`,
      [
        query.billingPeriod,
        query.key ?? null,
        query.key ?? null,
        ...bindings,
        query.offset,
        query.limit,
      ],
    );
    return {
      items: rows.map((row: Row) => ({
        customer: row.tenant_id,
        currency: row.currency,
        ...toFigures(row),
      })),
      total: toCount(rows[0]?.total ?? '0'),
    };
  }

  /** The newest billing period with figures; undefined when there is none. */
  async findNewestPeriod(
    trx: TenantTransaction,
    tenant?: string,
  ): Promise<string | undefined> {
    const { sql, bindings } = matching(new Map(), tenant);
    const { rows } = await trx.raw(
      `select max(billing_period)::text as period from tag_compliance where ${sql}`,
      bindings,
    );
    return rows[0].period ?? undefined;
  }

  /** What to fix, currency by currency, what costs most first. */
  async listFixes(
    trx: TenantTransaction,
    filter: TagFixFilter & { offset: number; limit: number },
    tenant?: string,
  ): Promise<{ items: TagFix[]; total: number }> {
    const { sql, bindings } = fixesOf(filter, tenant);
    const { rows } = await trx.raw(
      `select *, trim_scale(cost)::text as exact_cost from tag_fixes where ${sql}
        order by currency, abs(cost) desc, tenant_id, source_id, line
        offset ? limit ?`,
      [...bindings, filter.offset, filter.limit],
    );
    const counted = await trx.raw(
      `select count(*)::text as total from tag_fixes where ${sql}`,
      bindings,
    );
    return {
      items: rows.map(toFix),
      total: toCount(counted.rows[0].total),
    };
  }

  /** Keys of tags that charges of these billing periods have, most used first. */
  async listKeys(
    trx: TenantTransaction,
    { from, to }: { from: string; to: string },
    most: number,
    tenant?: string,
  ): Promise<string[]> {
    const { sql, bindings } = matching(new Map(), tenant);
    const { rows } = await trx.raw(
      `select tag_key from tag_keys
        where billing_period >= date_trunc('month', ?::date)
          and billing_period < ?::date and ${sql}
        group by tag_key order by sum(charges) desc, tag_key limit ?`,
      [from, to, ...bindings, most],
    );
    return rows.map((row: Row) => row.tag_key);
  }
}

type Row = Record<string, any>;

function toFigures(row: Row) {
  return {
    cost: row.cost,
    missingCost: row.missing_cost,
    wrongCost: row.wrong_cost,
    resources: toCount(row.resources),
    missingResources: toCount(row.missing_resources),
    wrongResources: toCount(row.wrong_resources),
  };
}

function fixesOf(
  { billingPeriod, key, kind, search }: TagFixFilter,
  tenant?: string,
): Condition {
  const { sql, bindings } = matching(new Map(), tenant);
  const conditions: Condition[] = [
    {
      sql: `billing_period = ? and ${sql}`,
      bindings: [billingPeriod, ...bindings],
    },
  ];
  if (key) {
    conditions.push({ sql: 'tag_key = ?', bindings: [key] });
  }
  if (kind) {
    conditions.push({ sql: 'kind = ?', bindings: [kind] });
  }
  if (search) {
    const text = search.toLowerCase();
    conditions.push({
      sql: `(strpos(lower(resource_id), ?) > 0 or strpos(lower(resource_name), ?) > 0
             or strpos(lower(sub_account_id), ?) > 0)`,
      bindings: [text, text, text],
    });
  }
  return {
    sql: conditions.map(condition => condition.sql).join(' and '),
    bindings: conditions.flatMap(condition => condition.bindings),
  };
}

function toFix(row: Row): TagFix {
  return {
    customer: row.tenant_id,
    key: row.tag_key,
    kind: row.kind,
    found: row.found ?? undefined,
    wanted: row.wanted ?? undefined,
    serviceProviderName: row.service_provider_name,
    subAccountId: row.sub_account_id ?? undefined,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
    currency: row.currency,
    cost: row.exact_cost,
    charges: row.charges,
  };
}
