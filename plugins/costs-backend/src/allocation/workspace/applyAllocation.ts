import type { DuckDBConnection } from '@duckdb/node-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Directory } from '../Assignment';
import { createAllocator } from '../createAllocator';
import type { RuleSet } from '../RuleSet';
import type { SplitBasis } from '../sharesOfSplit';
import { assignKeys } from './assignKeys';
import { fieldsInUse } from './keyColumns';
import { SPLIT_COLUMNS, splitRows } from './splitRows';

/** What charges are allocated by. */
export interface AllocationInput {
  ruleSet: RuleSet;
  directory: Directory;
  /** Usage by metric and customer, of the billing period. */
  metrics?: SplitBasis['metrics'];
}

/**
 * Allocates the `charges` of a workspace, which are of one source. Makes
 * `allocated`: the columns of a charge, and whose it is:
 *
 * | column | is |
 * | --- | --- |
 * | `tenant_id` | the customer, or the business, which keeps what is nobody's |
 * | `site`, `team`, `cost_centre`, `project` | what else is known |
 * | `allocation_method` | `label`, `rule`, `split` or `none` |
 * | `allocation_rule` | id of the rule that decided the customer |
 * | `allocation_reason`, `allocation_detail` | for `none`: why, and the name that is unknown |
 * | `allocation_ratio` | for `split`: the part's share of the whole |
 * | `part` | 0 for a whole row; 1, 2, … for the parts of one that is split |
 * | `effective_tags` | the tags that it was allocated by |
 *
 * It is a view: read it once, in the order in which it is needed.
 */
export async function applyAllocation(
  connection: DuckDBConnection,
  { ruleSet, directory, metrics = new Map() }: AllocationInput,
): Promise<void> {
  await assignKeys(
    connection,
    fieldsInUse(ruleSet),
    createAllocator(ruleSet, directory),
  );
  await splitRows(connection, ruleSet, metrics);
  await connection.run(`create or replace view allocated as
    ${wholeRows()} union all ${partRows()}`);
}

/** A row that nothing was found to share by says so in place of its method. */
function wholeRows(): string {
  return `
    select c.*,
      coalesce(a.tenant, '${BUSINESS_TENANT}') as tenant_id,
      a.site, a.team, a.cost_centre, a.project,
      if(a.method = 'split', 'none', a.method) as allocation_method,
      a.rule_id as allocation_rule,
      if(a.method = 'split', 'no-basis', a.reason) as allocation_reason,
      a.detail as allocation_detail,
      cast(null as varchar) as allocation_ratio,
      0 as part,
      a.effective_tags
    from charges c
    join allocation_rows r using (row_number)
    join allocation_assignments a using (key_id)
    anti join allocation_split_rows s on s.row_number = c.row_number`;
}

function partRows(): string {
  const amounts = SPLIT_COLUMNS.map(column => `p.${column} as ${column}`);
  return `
    select s.* exclude (key_id, group_id, place) replace (${amounts.join(', ')}),
      share.tenant, null, a.team, a.cost_centre, a.project,
      'split', a.rule_id, null, null, share.ratio, p.part, a.effective_tags
    from allocation_part_rows p
    join allocation_split_rows s using (row_number)
    join allocation_shares share
      on share.group_id = s.group_id and share.part = p.part
    join allocation_assignments a using (key_id)`;
}
