import { InputError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { CustomerLimits } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { ContentsStore } from '../database/ContentsStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { OrdersStore } from '../database/OrdersStore';
import type { SitesStore, SiteView } from '../database/SitesStore';
import type { DeploymentQueue } from '../deployments/DeploymentQueue';
import type { Deployment } from '../domain/Deployment';
import { assertPossible } from '../domain/capabilities';
import { checkPlacement, type Assortment } from '../domain/Offering';
import type { PriceBook } from '../domain/PriceBook';
import { priceSite } from '../domain/priceSite';
import {
  assertSameRequest,
  hashOrderRequest,
  type Order,
  type OrderRequest,
} from '../domain/Order';
import { WEBSITE_PRODUCT } from '../domain/Site';
import { specify } from '../domain/Specification';
import { refusalOfName } from '../domain/siteNames';
import { publishSiteChanged } from '../events';
import { chooseContent } from './chooseContent';
import type { AllowancesService } from './AllowancesService';
import type { PriceBooksService } from './PriceBooksService';
import { findActiveCustomer } from './findActiveCustomer';

export interface PlacedOrder {
  order: Order;
  site: SiteView & { customerName: string };
  deployment: Deployment;
}

/** Takes orders for sites. */
export class OrdersService {
  static create(options: {
    database: TenantDatabase;
    directory: TenantDirectory;
    assortment: Assortment;
    prices: Pick<PriceBooksService, 'current'>;
    sites: SitesStore;
    orders: OrdersStore;
    contents: ContentsStore;
    deployments: DeploymentsStore;
    audit: SiteAudit;
    queue: Pick<DeploymentQueue, 'send'>;
    events: EventsService;
    allowances: AllowancesService;
  }): OrdersService {
    return new OrdersService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof OrdersService.create>[0],
  ) {}

  /**
   * Places an order, or returns the one that was placed with the same key.
   *
   * @param options.by - entity ref of who orders
   * @throws NotFoundError, InputError, and ConflictError when the name is
   *   taken, the customer is suspended or deactivated, may have no further such
   *   site or the key belongs to another request; LimitReachedError
   */
  async orderSite(
    tenant: string,
    request: OrderRequest,
    options: { idempotencyKey: string; by: string },
  ): Promise<PlacedOrder> {
    const { allowances, database, directory, prices, sites } = this.deps;
    const { deployments } = this.deps;
    const customer = await findActiveCustomer(directory, tenant);
    const limits = await allowances.limitsOf(tenant);
    const book = await prices.current();
    const placed = await database.transaction(tenant, async trx => {
      const order =
        (await this.findEarlier(trx, tenant, request, options)) ??
        (await this.place(trx, tenant, request, { ...options, limits, book }));
      const site = await sites.get(trx, tenant, order.siteId);
      return {
        order,
        site: { ...site, customerName: customer.name },
        deployment: await deployments.get(trx, tenant, order.deploymentId),
      };
    });
    if (placed.deployment.state === 'queued') {
      await this.deps.queue.send(tenant, placed.deployment.deploymentId);
    }
    await publishSiteChanged(this.deps.events, tenant, placed.site.siteId);
    return placed;
  }

  private async findEarlier(
    trx: TenantTransaction,
    tenant: string,
    request: OrderRequest,
    { idempotencyKey }: { idempotencyKey: string },
  ): Promise<Order | undefined> {
    const earlier = await this.deps.orders.claimKey(
      trx,
      tenant,
      idempotencyKey,
    );
    if (earlier) {
      assertSameRequest(earlier, hashOrderRequest(request));
    }
    return earlier;
  }

  private async place(
    trx: TenantTransaction,
    tenant: string,
    request: OrderRequest,
    options: {
      idempotencyKey: string;
      by: string;
      limits: CustomerLimits;
      book: PriceBook;
    },
  ): Promise<Order> {
    const { allowances, audit, sites, contents, deployments } = this.deps;
    const { orders, assortment } = this.deps;
    const { idempotencyKey, by, limits, book } = options;
    const { name, title, cloud, region, size } = request;
    const refusal = refusalOfName(name);
    if (refusal) {
      throw new InputError(refusal);
    }
    const offered = checkPlacement(assortment, request);
    const specification = specify(request, size);
    assertPossible(offered, size, specification);
    const price = priceSite(book, { cloud, size, ...specification });
    await allowances.assertMayAddSite(trx, { tenant, limits, size });
    await allowances.assertMayDeploy(trx, { tenant, limits, by });
    const desired = {
      name,
      title: title?.trim() ?? name,
      product: WEBSITE_PRODUCT,
      cloud,
      region,
      size,
      content: await chooseContent(trx, contents, tenant, request.content),
      ...specification,
    };
    const { siteId } = await sites.insert(trx, {
      tenant,
      desired,
      price,
      createdBy: by,
    });
    const deployment = await deployments.create(trx, {
      tenant,
      siteId,
      kind: 'apply',
      desired,
      requestedBy: by,
      price,
    });
    await audit.ordered(trx, deployment);
    return orders.insert(trx, {
      tenant,
      idempotencyKey,
      requestHash: hashOrderRequest(request),
      siteId,
      deploymentId: deployment.deploymentId,
      price,
      createdBy: by,
    });
  }
}
