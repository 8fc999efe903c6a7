import { PORTAL_CLOUD } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** The sites that are suspended since their customer is. */
export class CustomerSuspensionsStore {
  /**
   * Suspends all sites of the customer that are not suspended already. One that
   * is not live yet, or failed, becomes suspended instead of live; visitors see
   * the notice at once. One that its cloud serves goes on answering, so it is
   * marked and stays what it is.
   *
   * @param options.by - who is said to have done it
   * @returns ids of the sites that changed
   */
  async suspendAll(
    trx: TenantTransaction,
    tenant: string,
    options: { reason: string; by: string },
  ): Promise<string[]> {
    const ifServedHere = (value: string) =>
      trx.raw('case when cloud = ? then ? end', [PORTAL_CLOUD, value]);
    const rows = await trx('sites')
      .where({ tenant_id: tenant, suspended_with_customer: false })
      .whereNull('deleted_at')
      .whereNull('suspended_reason')
      .update({
        state: trx.raw(
          `case when state = 'live' and cloud = ? then 'suspended' else state end`,
          [PORTAL_CLOUD],
        ),
        suspended_reason: ifServedHere(options.reason),
        suspended_by: ifServedHere(options.by),
        suspended_with_customer: true,
        updated_at: trx.fn.now(),
      })
      .returning('site_id');
    return rows.map(row => row.site_id);
  }

  /**
   * Resumes the sites that {@link suspendAll} suspended, and no others.
   *
   * @returns ids of the sites that changed
   */
  async resumeAll(trx: TenantTransaction, tenant: string): Promise<string[]> {
    const rows = await trx('sites')
      .where({ tenant_id: tenant, suspended_with_customer: true })
      .update({
        state: trx.raw(
          `case when state = 'suspended' then 'live' else state end`,
        ),
        suspended_reason: null,
        suspended_by: null,
        suspended_with_customer: false,
        updated_at: trx.fn.now(),
      })
      .returning('site_id');
    return rows.map(row => row.site_id);
  }

  /** Customers with sites suspended so; for the all-tenants door. */
  async listTenants(trx: TenantTransaction): Promise<string[]> {
    return trx('sites')
      .where({ suspended_with_customer: true })
      .distinct()
      .pluck('tenant_id');
  }
}
