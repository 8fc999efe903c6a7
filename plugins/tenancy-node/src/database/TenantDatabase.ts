import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** A transaction opened by one of the two doors; never open one yourself. */
export type TenantTransaction = Knex.Transaction;

/** Role that sees the rows of one tenant only. */
export const TENANT_ROLE = 'freehold_tenant';
/** Role that sees the rows of all tenants. */
export const ALL_TENANTS_ROLE = 'freehold_all';

/**
 * The only doors to tables that hold rows of tenants.
 *
 * The login role owns these tables, but row security is forced on it and no
 * policy names it: outside of a door every such table looks empty and takes no
 * rows.
 */
export class TenantDatabase {
  /**
   * @param database - the plugin's own database service
   */
  static async create(
    database: Pick<DatabaseService, 'getClient'>,
  ): Promise<TenantDatabase> {
    return new TenantDatabase(await database.getClient());
  }

  private constructor(private readonly knex: Knex) {}

  /**
   * Runs `work` in a transaction that sees and writes the rows of `tenant`,
   * and of no other. Commits when `work` resolves, rolls back when it throws.
   *
   * @param tenant - the customer's slug, or `default` for the business itself
   * @param options.isSnapshot - everything is read as it was at the beginning
   */
  async transaction<T>(
    tenant: string,
    work: (trx: TenantTransaction) => Promise<T>,
    options: { isSnapshot?: boolean } = {},
  ): Promise<T> {
    if (!tenant) {
      // An empty setting would read as "no tenant" and hide the mistake.
      throw new Error('A tenant transaction needs a tenant');
    }
    return this.knex.transaction(
      async trx => {
        await trx.raw(
          `select set_config('role', ?, true), set_config('freehold.tenant', ?, true)`,
          [TENANT_ROLE, tenant],
        );
        return work(trx);
      },
      options.isSnapshot ? { isolationLevel: 'repeatable read' } : undefined,
    );
  }

  /**
   * Runs `work` in a transaction that sees the rows of every tenant: for staff
   * lists, rollups, sign-in and jobs, never for a request of a customer.
   *
   * @param purpose - why all tenants are needed; kept on the connection
   *   (`freehold.purpose`), where statement logs and triggers can read it
   */
  async acrossTenants<T>(
    purpose: string,
    work: (trx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    return this.knex.transaction(async trx => {
      await trx.raw(
        `select set_config('role', ?, true), set_config('freehold.purpose', ?, true)`,
        [ALL_TENANTS_ROLE, purpose],
      );
      return work(trx);
    });
  }
}
