import type { DuckDBConnection } from '@duckdb/node-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { COST_TO_WEIGH_BY } from '../allocation/workspace/costToWeighBy';
import { TOLERATED, type TagSchema } from './TagSchema';

const OWNER = `coalesce(a.tenant, '${BUSINESS_TENANT}') as tenant_id`;
const RESOURCES = `
  (select * from charges where resource_id is not null) c
  join allocation_rows r on r.row_number = c.row_number
  join allocation_assignments a on a.key_id = r.key_id`;

/** Keys of one customer and month; a file may have one for each resource. */
const MOST_KEYS = 1_000;

/**
 * Makes three views of a workspace whose charges are allocated, the first two
 * over charges of resources: what has no resource, such as a tax, can have no
 * tags. What is shared or nobody's is the business's to fix.
 *
 * `tag_compliance` has, by customer, billing period, currency and wanted tag,
 * the cost and the number of resources, and how much of both lacks the tag or
 * has it wrong; a resource is as bad as its worst charge. Costs are without
 * their sign, as in coverage. `tag_fixes` lists what to fix in which resource,
 * and what it should be. `tag_keys` has the tags that customers' charges have.
 */
export async function createTagViews(
  connection: DuckDBConnection,
  { requirements }: TagSchema,
): Promise<void> {
  const keys = requirements.map(({ key }) => toLiteral(key)).join(', ');
  await connection.run(`
    create or replace view tag_compliance as
      with sums as (
        select ${OWNER}, c.billing_period_start, c.billing_currency,
          c.service_provider_name, c.sub_account_id, c.resource_id, r.key_id,
          coalesce(sum(abs(${COST_TO_WEIGH_BY})), 0) as cost
        from ${RESOURCES}
        group by all
      ), breaches as (
        select key_id, tag_key, bool_or(kind = 'missing') as is_missing
        from allocation_tag_problems where kind <> '${TOLERATED}'
        group by all
      ), wanted as (
        select unnest(cast([${keys}] as varchar[])) as tag_key
      ), resources as (
        select s.* exclude (key_id, cost), w.tag_key, sum(cost) as cost,
          sum(if(b.is_missing, cost, 0)) as missing_cost,
          sum(if(not b.is_missing, cost, 0)) as wrong_cost,
          coalesce(bool_or(b.is_missing), false) as is_missing,
          coalesce(bool_or(not b.is_missing), false) as is_wrong
        from sums s
        cross join wanted w
        left join breaches b on b.key_id = s.key_id and b.tag_key = w.tag_key
        group by all
      )
      select tenant_id, billing_period_start, billing_currency, tag_key,
        sum(cost) as cost, sum(missing_cost) as missing_cost,
        sum(wrong_cost) as wrong_cost, count(*) as resources,
        count(*) filter (where is_missing) as missing_resources,
        count(*) filter (where is_wrong and not is_missing) as wrong_resources
      from resources
      group by all;
    create or replace view tag_fixes as
      select ${OWNER}, c.billing_period_start, c.service_provider_name,
        c.sub_account_id, c.resource_id, any_value(c.resource_name) as resource_name,
        p.tag_key, p.kind, p.found, p.wanted, c.billing_currency,
        count(*) as rows, coalesce(sum(${COST_TO_WEIGH_BY}), 0) as cost
      from ${RESOURCES}
      join allocation_tag_problems p on p.key_id = r.key_id
      group by all;
    create or replace view tag_keys as
      with used as (
        select c.billing_period_start, r.key_id, ${OWNER}, count(*) as rows
        from charges c
        join allocation_rows r using (row_number)
        join allocation_assignments a using (key_id)
        anti join allocation_split_rows s on s.row_number = c.row_number
        group by all
        union all
        select s.billing_period_start, s.key_id, t.tenant, count(*)
        from allocation_split_rows s join allocation_shares t using (group_id)
        group by all
      ), named as (
        select key_id, unnest(json_keys(effective_tags)) as tag_key
        from allocation_assignments
      )
      select tenant_id, billing_period_start, tag_key, sum(rows) as rows
      from used join named using (key_id)
      group by tenant_id, billing_period_start, tag_key
      qualify row_number() over (
        partition by tenant_id, billing_period_start
        order by sum(rows) desc, tag_key) <= ${MOST_KEYS};
  `);
}

function toLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
