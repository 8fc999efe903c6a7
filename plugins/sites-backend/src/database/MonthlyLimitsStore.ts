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
   * What sites cost, by currency. A site that never came to life and failed
   * costs nothing; a change under way counts once it is applied.
   *
   * @param besides - a site that is left out, and with it what was ordered
   *   later: of two that wait, the first has the room
   */
  async totals(
    trx: TenantTransaction,
    tenant: string,
    besides?: string,
  ): Promise<MonthlyTotal[]> {
    const rows = await trx('sites')
      .where({ tenant_id: tenant })
      .whereNull('deleted_at')
      .where(counted =>
        counted.whereNotNull('url').orWhereNot('state', 'failed'),
      )
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
}
