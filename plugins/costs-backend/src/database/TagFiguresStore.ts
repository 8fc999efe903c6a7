import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { SourcePeriodKey } from './CostRollups';

type Row = Record<string, string | null>;

const TABLES = ['tag_keys', 'tag_compliance', 'tag_fixes'] as const;

/** Columns beside those of every table, as PostgreSQL reads them from JSON. */
const COLUMNS = {
  tag_keys: 'tag_key text, charges integer',
  tag_compliance: `tag_key text, currency text, cost numeric, missing_cost numeric,
    wrong_cost numeric, resources integer, missing_resources integer,
    wrong_resources integer`,
  tag_fixes: `line integer, tag_key text, kind text, found text, wanted text,
    service_provider_name text, sub_account_id text, resource_id text,
    resource_name text, currency text, cost numeric, charges integer`,
} as const;

/**
 * Writes what an import told of tags. Every method is for the all-tenants door,
 * in the transaction that replaces the charges.
 */
export class TagFiguresStore {
  /** Takes away what a source's period had. */
  async clear(
    trx: TenantTransaction,
    { billingPeriod, sourceId }: SourcePeriodKey,
  ): Promise<void> {
    for (const table of TABLES) {
      await trx(table)
        .where({ source_id: sourceId, billing_period: billingPeriod })
        .delete();
    }
  }

  async addKeys(
    trx: TenantTransaction,
    key: SourcePeriodKey,
    rows: Row[],
  ): Promise<void> {
    await add(trx, 'tag_keys', key, rows);
  }

  async addCompliance(
    trx: TenantTransaction,
    key: SourcePeriodKey,
    rows: Row[],
  ): Promise<void> {
    await add(trx, 'tag_compliance', key, rows);
  }

  async addFixes(
    trx: TenantTransaction,
    key: SourcePeriodKey,
    rows: Row[],
  ): Promise<void> {
    await add(trx, 'tag_fixes', key, rows);
  }

  /** By which version of the policy the period was allocated. */
  async keepVersion(
    trx: TenantTransaction,
    { billingPeriod, sourceId }: SourcePeriodKey,
    version: number,
  ): Promise<void> {
    await trx('source_periods')
      .where({
        tenant_id: BUSINESS_TENANT,
        source_id: sourceId,
        billing_period: billingPeriod,
      })
      .update({ tag_policy_version: version });
  }
}

// One statement for a batch, whatever its length: a parameter for each value
// would be more than PostgreSQL takes.
async function add(
  trx: TenantTransaction,
  table: (typeof TABLES)[number],
  { billingPeriod, sourceId }: SourcePeriodKey,
  rows: Row[],
): Promise<void> {
  const typed = `tenant_id text, ${COLUMNS[table]}`;
  const names = typed.replaceAll(/ (text|integer|numeric)/g, '');
  await trx.raw(
    `insert into ${table} (billing_period, source_id, ${names})
     select ?::date, ?, ${names} from jsonb_to_recordset(?::jsonb) as given (${typed})`,
    [billingPeriod, sourceId, JSON.stringify(rows)],
  );
}
