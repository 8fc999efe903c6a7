import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** How many sites of a size there are. */
export interface SizeCount {
  size: string;
  sites: number;
}

/** What customers have used of their limits. */
export class AllowancesStore {
  /**
   * Lets one change of the customer at a time be measured, until the
   * transaction ends, so that two at once don't slip below a limit together.
   */
  async lock(trx: TenantTransaction, tenant: string): Promise<void> {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      JSON.stringify(['sites.allowances', tenant]),
    ]);
  }

  /** Sites that are not deleted, by size. */
  async countSites(
    trx: TenantTransaction,
    tenant: string,
  ): Promise<SizeCount[]> {
    const rows = await trx('sites')
      .where({ tenant_id: tenant })
      .whereNull('deleted_at')
      .groupBy('size')
      .select('size', trx.raw('count(*)::int as sites'));
    return rows;
  }

  /**
   * When the customer's members began deployments and drift checks within the
   * last hour, newest first. Deletions don't count, nor what staff and plugins
   * began.
   *
   * @param most - reads no more than these
   */
  async listRecentDeployments(
    trx: TenantTransaction,
    tenant: string,
    most: number,
  ): Promise<Date[]> {
    return trx('deployments')
      .where({ tenant_id: tenant })
      .whereIn('kind', ['apply', 'check'])
      .where('created_at', '>', trx.raw(`now() - interval '1 hour'`))
      .whereRaw(
        `requested_by like 'user:%' and requested_by not like 'user:default/%'`,
      )
      .orderBy('created_at', 'desc')
      .limit(most)
      .pluck('created_at');
  }
}
