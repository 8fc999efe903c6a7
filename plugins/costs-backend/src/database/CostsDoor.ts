import type { CostsComponents } from '@freehold/plugin-costs-common';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  // eslint-disable-next-line no-restricted-imports -- This is the door.
  readInScope,
  type TenantDatabase,
  type TenantScope,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { salePricesOf, type SalePrice } from '../domain/salePricesOf';
import type { MarkupsStore } from './MarkupsStore';

/** Whether costs are the business's, or what a customer pays for them. */
export type Prices = CostsComponents['schemas']['Prices'];

/**
 * The way to costs for everybody who asks for some: staff see what the business
 * pays, and so do customers without a mark-up. For a customer with one, the
 * views of `costs_sale` stand before the tables they are named like, so that no
 * statement can miss the prices.
 */
export class CostsDoor {
  static create(options: {
    database: TenantDatabase;
    markups: Pick<MarkupsStore, 'listFor'>;
  }): CostsDoor {
    return new CostsDoor(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof CostsDoor.create>[0],
  ) {}

  /**
   * As `readInScope` does, at the prices of who asks.
   *
   * @returns undefined when the caller may see nothing of that customer
   */
  async read<T>(
    options: { scope: TenantScope; customer?: string; purpose: string },
    read: (
      trx: TenantTransaction,
      tenant: string | undefined,
      prices: Prices,
    ) => Promise<T>,
  ): Promise<T | undefined> {
    const prices = await this.salePrices(options.scope);
    return readInScope(this.deps.database, options, async (trx, tenant) => {
      if (prices.length === 0) {
        return read(trx, tenant, 'purchase');
      }
      await trx.raw(
        `select set_config('freehold.markups', ?, true),
                set_config('search_path', 'costs_sale, ' || current_setting('search_path'), true)`,
        [JSON.stringify(prices)],
      );
      return read(trx, tenant, 'sale');
    });
  }

  private async salePrices(scope: TenantScope): Promise<SalePrice[]> {
    const { database, markups } = this.deps;
    if (scope.all) {
      return [];
    }
    const found = await database.transaction(BUSINESS_TENANT, trx =>
      markups.listFor(trx, scope.tenant),
    );
    return salePricesOf(scope.tenant, found);
  }
}
