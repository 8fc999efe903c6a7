import { InputError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { CostsAudit } from '../audit/CostsAudit';
import type { MarkupsStore } from '../database/MarkupsStore';
import { assertMarkup, type Markup, type MarkupKey } from '../domain/Markup';

/** What customers pay beside what the business pays. Callers have been authorized before. */
export class MarkupsService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
    directory: Pick<TenantDirectory, 'listCustomerSlugs'>;
    markups: MarkupsStore;
  }): MarkupsService {
    return new MarkupsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof MarkupsService.create>[0],
  ) {}

  async listMarkups(): Promise<Markup[]> {
    const { database, markups } = this.deps;
    return database.transaction(BUSINESS_TENANT, trx => markups.list(trx));
  }

  /**
   * Keeps a mark-up, in place of the one for the same customer, service and month.
   *
   * @throws InputError about the customer, the month or the percentage
   */
  async setMarkup(
    key: MarkupKey,
    said: Pick<Markup, 'percent' | 'setBy'>,
  ): Promise<Markup> {
    const { audit, database, markups } = this.deps;
    assertMarkup({ ...key, ...said });
    await this.assertCustomer(key.customer);
    return database.transaction(BUSINESS_TENANT, async trx => {
      const before = await markups.find(trx, key);
      const after = await markups.keep(trx, key, said);
      await audit.markupSet(trx, { before, after });
      return after;
    });
  }

  /** @throws NotFoundError */
  async removeMarkup(markupId: string): Promise<void> {
    const { audit, database, markups } = this.deps;
    await database.transaction(BUSINESS_TENANT, async trx => {
      const before = await markups.get(trx, markupId);
      await markups.remove(trx, markupId);
      await audit.markupSet(trx, { before });
    });
  }

  private async assertCustomer(customer: string | undefined): Promise<void> {
    const { directory } = this.deps;
    if (customer && !(await directory.listCustomerSlugs()).includes(customer)) {
      throw new InputError(
        `There is no customer '${customer}'. Choose one of the list, or leave it out for all of them.`,
      );
    }
  }
}
