import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { toAmount } from '../domain/amounts';

/** What all sites of a customer together may cost a month. */
export interface MonthlyLimit {
  amount: string;
  currency: string;
  reason: string;
  /** Entity ref of who set it. */
  setBy: string;
  setAt: Date;
}

/** What sites cost a month together, in one currency. */
export interface MonthlyTotal {
  amount: string;
  currency: string;
}

/** What one site costs a month. */
export interface SiteCost extends MonthlyTotal {
  siteId: string;
  name: string;
  title: string;
}

/** Limits of cost, and the costs they are about; by the tenant's own door. */
export class MonthlyLimitsStore {
  async find(
    trx: TenantTransaction,
    tenant: string,
  ): Promise<MonthlyLimit | undefined> {
    const row = await trx('monthly_limits')
      .where({ tenant_id: tenant })
      .first();
    return (
      row && {
        amount: toAmount(row.amount),
        currency: row.currency,
        reason: row.reason,
        setBy: row.set_by,
        setAt: row.set_at,
      }
    );
  }

  async save(
    trx: TenantTransaction,
    tenant: string,
    limit: Omit<MonthlyLimit, 'setAt'>,
  ): Promise<void> {
    await trx('monthly_limits')
      .insert({
        tenant_id: tenant,
        amount: limit.amount,
        currency: limit.currency,
        reason: limit.reason,
        set_by: limit.setBy,
        set_at: trx.fn.now(),
      })
      .onConflict('tenant_id')
      .merge();
  }

  async delete(trx: TenantTransaction, tenant: string): Promise<void> {
    await trx('monthly_limits').where({ tenant_id: tenant }).delete();
  }

  /**
   * What sites cost, by currency. A change under way counts once it is applied.
   *
   * @param besides - a site that is left out, and with it what was ordered
   *   later: of two that wait, the first has the room
   */
  async totals(
    trx: TenantTransaction,
    tenant: string,
    besides?: string,
  ): Promise<MonthlyTotal[]> {
    const rows = await countedSites(trx, tenant)
      .modify(query => {
        if (besides !== undefined) {
          query
            .whereNot('site_id', besides)
            .where(counted =>
              counted
                .where('site_id', '<', besides)
                .orWhereNot('state', 'ordered'),
            );
        }
      })
      .groupBy('currency')
      .orderBy('currency')
      .select('currency', trx.raw('sum(monthly_amount) as amount'));
    return rows.map((row: Record<string, any>) => ({
      currency: row.currency,
      amount: toAmount(row.amount),
    }));
  }

  /** Those that cost most, the dearest first; what costs nothing is left out. */
  async dearest(
    trx: TenantTransaction,
    tenant: string,
    count: number,
  ): Promise<SiteCost[]> {
    const rows = await countedSites(trx, tenant)
      .where('monthly_amount', '>', 0)
      .orderBy([{ column: 'monthly_amount', order: 'desc' }, 'site_id'])
      .limit(count);
    return rows.map((row: Record<string, any>) => ({
      siteId: row.site_id,
      name: row.name,
      title: row.title,
      amount: toAmount(row.monthly_amount),
      currency: row.currency,
    }));
  }
}

/** A site that never came to life and failed costs nothing. */
function countedSites(trx: TenantTransaction, tenant: string) {
  return trx('sites')
    .where({ tenant_id: tenant })
    .whereNull('deleted_at')
    .where(counted =>
      counted.whereNotNull('url').orWhereNot('state', 'failed'),
    );
}
