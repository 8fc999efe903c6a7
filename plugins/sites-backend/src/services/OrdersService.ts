import { ConflictError, InputError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { CustomerLimits } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { CloudSessions } from '../clouds/CloudSessions';
import type { CloudCredentialsStore } from '../database/CloudCredentialsStore';
import type { ContentsStore } from '../database/ContentsStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { OrdersStore } from '../database/OrdersStore';
import type { SitesStore, SiteView } from '../database/SitesStore';
import type { DeploymentQueue } from '../deployments/DeploymentQueue';
import type { Deployment } from '../domain/Deployment';
import { assertPossible } from '../domain/capabilities';
import {
  needsCredential,
  type CredentialOwner,
} from '../domain/CloudCredential';
import {
  checkPlacement,
  type Assortment,
  type OrderableCloud,
} from '../domain/Offering';
import type { PriceBook } from '../domain/PriceBook';
import { priceSite } from '../domain/priceSite';
import {
  assertSameRequest,
  hashOrderRequest,
  type Order,
  type OrderRequest,
} from '../domain/Order';
import { WEBSITE_PRODUCT } from '../domain/Site';
import { assertReferencesAllowed } from '../domain/secretReferences';
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
    sessions: Pick<CloudSessions, 'chooseOwner'>;
    credentials: Pick<CloudCredentialsStore, 'find'>;
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
   * @throws NotFoundError, InputError, and ConflictError when there are no
   *   credentials for the cloud, the name is taken, the customer is suspended or deactivated, may have no further such
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
    const credentialOwner = await this.chooseOwner(tenant, request.cloud);
    const book = await prices.current();
    const placed = await database.transaction(tenant, async trx => {
      const order =
        (await this.findEarlier(trx, tenant, request, options)) ??
        (await this.place(trx, tenant, request, {
          ...options,
          limits,
          book,
          credentialOwner,
        }));
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
      credentialOwner?: CredentialOwner;
      book: PriceBook;
    },
  ): Promise<Order> {
    const { allowances, audit, sites, contents, deployments } = this.deps;
    const { orders, assortment } = this.deps;
    const { idempotencyKey, by, limits, book, credentialOwner } = options;
    const { name, title, cloud, region, size } = request;
    const refusal = refusalOfName(name);
    if (refusal) {
      throw new InputError(refusal);
    }
    const offered = checkPlacement(assortment, request);
    const specification = specify(request, size);
    assertPossible(offered, size, specification);
    await this.assertLetIn(trx, tenant, {
      cloud: offered,
      owner: credentialOwner,
      references: specification.secretReferences,
    });
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
      credentialOwner,
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

  private async chooseOwner(
    tenant: string,
    cloud: string,
  ): Promise<CredentialOwner | undefined> {
    return needsCredential(cloud)
      ? this.deps.sessions.chooseOwner(tenant, cloud)
      : undefined;
  }

  /** And holds the customer's own credential, which nobody removes meanwhile. */
  private async assertLetIn(
    trx: TenantTransaction,
    tenant: string,
    options: {
      cloud: OrderableCloud;
      owner: CredentialOwner | undefined;
      references: Record<string, string>;
    },
  ): Promise<void> {
    const { cloud, owner, references } = options;
    if (!needsCredential(cloud.id)) {
      return;
    }
    const isThere =
      owner === 'customer'
        ? await this.deps.credentials.find(trx, tenant, cloud.id, 'share')
        : owner;
    if (!owner || !isThere) {
      throw new ConflictError(
        `There are no credentials for ${cloud.title} yet. An owner or admin can enter those of your own account in the settings, or the hosting team those of the business.`,
      );
    }
    assertReferencesAllowed(references, { tenant, owner });
  }
}
