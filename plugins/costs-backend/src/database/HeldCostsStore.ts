import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { AllocationKeyField } from '../allocation/AllocationKey';
import type { AllocationMethod } from '../allocation/Assignment';
import { KEY_COLUMNS } from '../allocation/workspace/keyColumns';

/** Charges that agree in what rules look at, and that lie with one owner. */
export interface HeldCost {
  /** Of the fields that were asked for, in their order. */
  fields: (string | null)[];
  /** As the provider wrote them, JSON. */
  tags: string | null;
  source: string;
  billingPeriod: string;
  currency: string;
  tenant: string;
  site: string | null;
  team: string | null;
  costCentre: string | null;
  project: string | null;
  method: AllocationMethod;
  ruleId: string | null;
  cost: string;
  absoluteCost: string;
  rows: bigint;
}

const COST = 'coalesce(effective_cost, billed_cost)';
const OWNER = [
  'tenant_id',
  'site',
  'team',
  'cost_centre',
  'project',
  'allocation_method',
  'allocation_rule',
];

/** What charges in force come to, as rules tell them apart. For the all-tenants door. */
export class HeldCostsStore {
  /**
   * @param options.limit - no more than so many are read
   * @param options.timeoutMs - PostgreSQL ends the question after that (57014)
   */
  async list(
    trx: TenantTransaction,
    options: {
      fields: readonly AllocationKeyField[];
      billingPeriods: readonly string[];
      limit: number;
      timeoutMs: number;
    },
  ): Promise<HeldCost[]> {
    const fields = options.fields.map(field => KEY_COLUMNS[field]);
    const columns = [
      ...fields,
      'tags',
      'source_id',
      'billing_period',
      'billing_currency',
      ...OWNER,
    ].join(', ');
    await trx.raw(`select set_config('statement_timeout', ?, true)`, [
      String(options.timeoutMs),
    ]);
    const { rows } = await trx.raw(
      `select ${columns}, tags::text as tags_text,
              billing_period::text as period_text,
              sum(${COST})::text as cost,
              sum(abs(${COST}))::text as absolute_cost,
              count(*) filter (where part <= 1) as rows
         from charges where billing_period = any (?::date[])
        group by ${columns} limit ?`,
      [[...options.billingPeriods], options.limit],
    );
    return rows.map((row: Record<string, any>) => ({
      fields: fields.map(column => row[column]),
      tags: row.tags_text,
      source: row.source_id,
      billingPeriod: row.period_text,
      currency: row.billing_currency,
      tenant: row.tenant_id,
      site: row.site,
      team: row.team,
      costCentre: row.cost_centre,
      project: row.project,
      method: row.allocation_method,
      ruleId: row.allocation_rule,
      cost: row.cost,
      absoluteCost: row.absolute_cost,
      rows: BigInt(row.rows),
    }));
  }
}
