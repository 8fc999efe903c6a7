import type { DuckDBConnection } from '@duckdb/node-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { COST_TO_WEIGH_BY } from '../allocation/workspace/costToWeighBy';
import type { TagProblemKind, TagSchema } from './TagSchema';

/** A spelling that is put right by itself is worth fixing, and no breach. */
const TOLERATED: TagProblemKind = 'spelling';

const OWNER = `coalesce(a.tenant, '${BUSINESS_TENANT}') as tenant_id`;
const RESOURCES = `
  (select * from charges where resource_id is not null) c
  join allocation_rows r on r.row_number = c.row_number
  join allocation_assignments a on a.key_id = r.key_id`;

/**
 * Makes two views of a workspace whose charges are allocated, over charges of
 * resources: what has no resource, such as a tax, can have no tags.
 *
 * `tag_compliance` has, by customer, billing period, currency and wanted tag,
 * `rows` and `cost`, and how much of both complies. Costs are without their
 * sign, as in coverage. `tag_fixes` lists what to fix in which resource, and
 * what it should be. What is shared or nobody's is the business's to fix.
 */
export async function createTagViews(
  connection: DuckDBConnection,
  { requirements }: TagSchema,
): Promise<void> {
  const keys = requirements.map(({ key }) => toLiteral(key)).join(', ');
  await connection.run(`
    create or replace view tag_compliance as
      with sums as (
        select ${OWNER}, c.billing_period_start, c.billing_currency, r.key_id,
          count(*) as rows, coalesce(sum(abs(${COST_TO_WEIGH_BY})), 0) as cost
        from ${RESOURCES}
        group by all
      ), breaches as (
        select distinct key_id, tag_key from allocation_tag_problems
        where kind <> '${TOLERATED}'
      ), wanted as (
        select unnest(cast([${keys}] as varchar[])) as tag_key
      )
      select tenant_id, billing_period_start, billing_currency, w.tag_key,
        sum(rows) as rows,
        coalesce(sum(rows) filter (where b.key_id is null), 0) as compliant_rows,
        sum(cost) as cost,
        coalesce(sum(cost) filter (where b.key_id is null), 0) as compliant_cost
      from sums s
      cross join wanted w
      left join breaches b on b.key_id = s.key_id and b.tag_key = w.tag_key
      group by all;
    create or replace view tag_fixes as
      select ${OWNER}, c.billing_period_start, c.service_provider_name,
        c.sub_account_id, c.resource_id, any_value(c.resource_name) as resource_name,
        p.tag_key, p.kind, p.found, p.wanted, c.billing_currency,
        count(*) as rows, coalesce(sum(${COST_TO_WEIGH_BY}), 0) as cost
      from ${RESOURCES}
      join allocation_tag_problems p on p.key_id = r.key_id
      group by all;
  `);
}

function toLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
