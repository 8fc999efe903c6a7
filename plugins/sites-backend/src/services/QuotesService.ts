import type { SitesComponents } from '@freehold/plugin-sites-common';
import type {
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { unknownCustomer } from '@freehold/plugin-tenancy-node';
import { Decimal } from 'decimal.js';
import type { MonthlyLimitsStore } from '../database/MonthlyLimitsStore';
import type { SitesStore } from '../database/SitesStore';
import { toAmount } from '../domain/amounts';
import type { Price } from '../domain/Deployment';
import { findCloud, type Assortment } from '../domain/Offering';
import { monthlyTotalOf, refusalOfPrice } from '../domain/monthlyLimit';
import { priceSite, type PricedSite } from '../domain/priceSite';
import { presentPriceOf } from '../domain/Site';
import type { PriceBooksService } from './PriceBooksService';

export type PriceQuote = SitesComponents['schemas']['PriceQuote'];

/** Says what a site would cost, before anybody orders it. */
export class QuotesService {
  static create(options: {
    assortment: Assortment;
    database: TenantDatabase;
    directory: TenantDirectory;
    monthlyLimits: MonthlyLimitsStore;
    prices: Pick<PriceBooksService, 'current'>;
    sites: SitesStore;
  }): QuotesService {
    return new QuotesService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof QuotesService.create>[0],
  ) {}

  /**
   * @param options.siteId - the site this would change; absent for a new one
   * @throws NotFoundError, InputError, ConflictError
   */
  async quotePrice(
    tenant: string,
    asked: PricedSite,
    options: { siteId?: string },
  ): Promise<PriceQuote> {
    const { assortment, database, directory, prices } = this.deps;
    const { monthlyLimits, sites } = this.deps;
    const { siteId } = options;
    if (!(await directory.findCustomer(tenant))) {
      throw unknownCustomer(tenant);
    }
    findCloud(assortment, asked.cloud);
    const book = await prices.current();
    const { before, limit, others } = await database.transaction(
      tenant,
      async trx => ({
        before: siteId
          ? presentPriceOf(await sites.get(trx, tenant, siteId))
          : undefined,
        limit: await monthlyLimits.find(trx, tenant),
        others: await monthlyLimits.totals(trx, tenant, siteId),
      }),
    );
    const price = priceSite(book, asked, before);
    const refusal = limit && refusalOfPrice({ limit, others, price, before });
    return {
      price,
      before,
      difference: differenceOf(price, before),
      monthlyLimit: limit && {
        amount: limit.amount,
        currency: limit.currency,
      },
      monthlyTotal: limit && monthlyTotalOf({ limit, others, price }),
      refusal,
    };
  }
}

/** Absent between currencies, which nobody subtracts. */
function differenceOf(price: Price, before?: Price) {
  if (before && before.currency !== price.currency) {
    return undefined;
  }
  const difference = new Decimal(price.amount).minus(before?.amount ?? 0);
  return {
    amount: toAmount(difference.toFixed()),
    currency: price.currency,
  };
}
