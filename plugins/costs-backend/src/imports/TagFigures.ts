import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { SourcePeriodKey } from '../database/CostRollups';
import type { TagFiguresStore } from '../database/TagFiguresStore';
import type { Workspace } from '../reading';
import { literal } from '../reading/sql';
import { createTagViews } from '../tags/createTagViews';
import type { TagPolicy } from '../tags/TagPolicy';

const ROWS_OF_A_BATCH = 5_000;
/** Of one source and billing period: what people can look through. */
const MOST_FIXES = 100_000;

/** In the order of their keys, so that nobody waits for another in a circle. */
const SELECTS = {
  keys: (period: string) => `
    select row_number() over (order by tenant_id, tag_key) as place,
           tenant_id, tag_key, rows as charges
      from tag_keys where ${period}`,
  compliance: (period: string) => `
    select row_number() over (
             order by tenant_id, tag_key, billing_currency) as place,
           tenant_id, tag_key, billing_currency as currency, cost, missing_cost,
           wrong_cost, resources, missing_resources, wrong_resources
      from tag_compliance where ${period}`,
  fixes: (period: string) => `
    select row_number() over (order by tenant_id, line) as place, *
      from (select tenant_id, tag_key, kind, found, wanted, service_provider_name,
                   sub_account_id, resource_id, resource_name,
                   billing_currency as currency, cost, rows as charges,
                   row_number() over (order by abs(cost) desc, tenant_id,
                     resource_id, tag_key, kind, found) as line
              from tag_fixes where ${period}
           qualify line <= ${MOST_FIXES})`,
};

/**
 * What allocating charges told of their tags, from a workspace whose charges
 * are allocated to the tables of the transaction that replaces them. Whoever
 * allocates a period anew makes one of these and keeps the period with it.
 */
export class TagFigures {
  static async create(
    workspace: Workspace,
    policy: TagPolicy,
    store: TagFiguresStore,
  ): Promise<TagFigures> {
    await createTagViews(workspace.duckdb, policy.schema);
    return new TagFigures(workspace, policy, store);
  }

  private constructor(
    private readonly workspace: Workspace,
    private readonly policy: TagPolicy,
    private readonly store: TagFiguresStore,
  ) {}

  /** Puts a period's figures in place of the old ones. For the all-tenants door. */
  async keep(trx: TenantTransaction, key: SourcePeriodKey): Promise<void> {
    const { policy, store } = this;
    await store.clear(trx, key);
    await this.copy('keys', key, rows => store.addKeys(trx, key, rows));
    if (policy.schema.requirements.length > 0) {
      await this.copy('compliance', key, rows =>
        store.addCompliance(trx, key, rows),
      );
      await this.copy('fixes', key, rows => store.addFixes(trx, key, rows));
    }
    await store.keepVersion(trx, key, policy.version);
  }

  private async copy(
    figures: keyof typeof SELECTS,
    { billingPeriod }: SourcePeriodKey,
    add: (rows: Record<string, string | null>[]) => Promise<void>,
  ): Promise<void> {
    const { workspace } = this;
    const period = `date_trunc('day', billing_period_start) = ${literal(billingPeriod)}::timestamp`;
    await workspace.run(
      `create or replace table tag_figures as ${SELECTS[figures](period)}`,
    );
    for (let from = 1; ; from += ROWS_OF_A_BATCH) {
      const rows = await workspace.rows<Record<string, string | null>>(
        `select * exclude (place) from tag_figures
          where place >= ${from} and place < ${from + ROWS_OF_A_BATCH}
          order by place`,
      );
      if (rows.length === 0) {
        break;
      }
      await add(rows);
    }
    await workspace.run('drop table tag_figures');
  }
}
