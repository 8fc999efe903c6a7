import type { EventsService } from '@backstage/plugin-events-node';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import {
  readInScope,
  type TenantDatabase,
  type TenantDirectory,
  type TenantScope,
  type TenantTransaction,
  unknownCustomer,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { ContentsStore } from '../database/ContentsStore';
import type {
  DeploymentsStore,
  NewDeployment,
} from '../database/DeploymentsStore';
import { listSites, type SiteFilter } from '../database/listSites';
import type { SitesStore, SiteView } from '../database/SitesStore';
import type { DeploymentQueue } from '../deployments/DeploymentQueue';
import type { Deployment } from '../domain/Deployment';
import { desiredOf, placementOf } from '../domain/desiredOf';
import { assertPossible } from '../domain/capabilities';
import { checkPlacement, findCloud, type Assortment } from '../domain/Offering';
import { priceSite } from '../domain/priceSite';
import {
  assertChangeable,
  assertResumable,
  assertSuspendable,
  presentPriceOf,
  type Site,
} from '../domain/Site';
import { assertReferencesAllowed } from '../domain/secretReferences';
import { specify } from '../domain/Specification';
import { refusalOfName } from '../domain/siteNames';
import { publishSiteChanged } from '../events';
import type { AllowancesService } from './AllowancesService';
import { chooseContent } from './chooseContent';
import type { PriceBooksService } from './PriceBooksService';
import { assertDeployable, findActiveCustomer } from './findActiveCustomer';

/** A site with its customer's name, as callers see it. */
export interface NamedSite extends SiteView {
  customerName: string;
}

export interface ChangedSite {
  site: NamedSite;
  deployment: Deployment;
}

export type SiteUpdate =
  SitesPaths['/customers/{customer}/sites/{site}']['patch']['requestBody']['content']['application/json'];

/** Lists sites and changes them, by a deployment or at once. */
export class SitesService {
  static create(options: {
    database: TenantDatabase;
    directory: TenantDirectory;
    assortment: Assortment;
    prices: Pick<PriceBooksService, 'current'>;
    sites: SitesStore;
    contents: ContentsStore;
    deployments: DeploymentsStore;
    audit: SiteAudit;
    queue: Pick<DeploymentQueue, 'send'>;
    events: EventsService;
    allowances: AllowancesService;
  }): SitesService {
    return new SitesService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SitesService.create>[0],
  ) {}

  /** Ids of sites in every state, by customer. */
  async listSiteIds(scope: TenantScope): Promise<Record<string, string[]>> {
    const { database, sites } = this.deps;
    const ids = await readInScope(
      database,
      { scope, purpose: 'lay costs to sites' },
      trx => sites.listIds(trx),
    );
    return ids ?? {};
  }

  async listSites(
    scope: TenantScope,
    filter: Omit<SiteFilter, 'tenant'> & { customer?: string },
  ): Promise<{ items: NamedSite[]; total: number }> {
    const { customer, ...rest } = filter;
    const page = await readInScope(
      this.deps.database,
      { scope, customer, purpose: 'list sites for staff' },
      (trx, tenant) => listSites(trx, { ...rest, tenant }),
    );
    if (!page) {
      return { items: [], total: 0 };
    }
    const customers = await this.deps.directory.findCustomers(
      page.items.map(site => site.tenant),
    );
    return {
      items: page.items.map(site => ({
        ...site,
        customerName: customers.get(site.tenant)?.name ?? site.tenant,
      })),
      total: page.total,
    };
  }

  /** @throws NotFoundError */
  async getSite(tenant: string, siteId: string): Promise<NamedSite> {
    const site = await this.deps.database.transaction(tenant, trx =>
      this.deps.sites.get(trx, tenant, siteId),
    );
    const customer = await this.deps.directory.findCustomer(tenant);
    return { ...site, customerName: customer?.name ?? tenant };
  }

  /**
   * Whether a new site of the customer may have this name.
   *
   * @throws NotFoundError when there is no such customer
   */
  async checkSiteName(
    tenant: string,
    name: string,
  ): Promise<{ available: boolean; reason?: string }> {
    if (!(await this.deps.directory.findCustomer(tenant))) {
      throw unknownCustomer(tenant);
    }
    const refusal = refusalOfName(name);
    if (refusal) {
      return { available: false, reason: refusal };
    }
    const isTaken = await this.deps.database.transaction(tenant, trx =>
      this.deps.sites.isNameTaken(trx, tenant, name),
    );
    return isTaken
      ? { available: false, reason: `There is a site '${name}' already.` }
      : { available: true };
  }

  /**
   * Begins a deployment that changes the site. A suspended site may be changed
   * and stays suspended. What stays keeps the price it was ordered at.
   *
   * @throws NotFoundError, InputError, and ConflictError when the site is on
   *   its way out, another deployment is active, the size is not included or
   *   the customer suspended or deactivated; LimitReachedError
   */
  async updateSite(
    tenant: string,
    siteId: string,
    update: SiteUpdate,
    options: { by: string },
  ): Promise<ChangedSite> {
    const { allowances, assortment, contents, directory, prices } = this.deps;
    await findActiveCustomer(directory, tenant);
    const limits = await allowances.limitsOf(tenant);
    const book = await prices.current();
    return this.deploy(tenant, siteId, async (trx, site) => {
      const size = update.size ?? site.size;
      if (size !== site.size) {
        allowances.assertMayHaveSize(limits, size);
      }
      const specification = specify(update, size, site);
      if (site.credentialOwner) {
        assertReferencesAllowed(specification.secretReferences, {
          tenant,
          owner: site.credentialOwner,
        });
      }
      const offered =
        size === site.size
          ? findCloud(assortment, site.cloud)
          : checkPlacement(assortment, { ...site, size });
      assertPossible(offered, size, specification);
      await allowances.assertMayDeploy(trx, { tenant, limits, ...options });
      return {
        kind: 'apply',
        desired: {
          ...placementOf(site),
          ...specification,
          size,
          title: update.title?.trim() ?? site.title,
          content: update.content
            ? await chooseContent(trx, contents, tenant, update.content)
            : site.content,
        },
        requestedBy: options.by,
        price: priceSite(
          book,
          { cloud: site.cloud, size, ...specification },
          site.price,
        ),
        priceBefore: presentPriceOf(site),
      };
    });
  }

  /**
   * Begins the deployment that destroys the site, suspended or not.
   *
   * @throws NotFoundError, and ConflictError when the site is on its way out,
   *   another deployment is active or the customer is suspended
   */
  async deleteSite(
    tenant: string,
    siteId: string,
    options: { by: string },
  ): Promise<ChangedSite> {
    const customer = await this.deps.directory.findCustomer(tenant);
    if (customer) {
      assertDeployable(customer, 'destroy');
    }
    return this.deploy(tenant, siteId, async (_, site) => ({
      kind: 'destroy',
      desired: desiredOf(site),
      requestedBy: options.by,
      // Nothing is left to pay for afterwards.
      price: { ...site.price, amount: '0.00', lines: [] },
      priceBefore: presentPriceOf(site),
    }));
  }

  /**
   * Lets the site answer with a notice, from the commit on.
   *
   * @throws NotFoundError, ConflictError unless the site is live
   */
  async suspendSite(
    tenant: string,
    siteId: string,
    options: { reason: string; by: string },
  ): Promise<NamedSite> {
    return this.change(tenant, siteId, async (trx, site) => {
      assertSuspendable(site);
      await this.deps.sites.setSuspension(trx, site, options);
      await this.deps.audit.suspended(trx, site, options.reason);
    });
  }

  /**
   * Lets the site answer visitors again.
   *
   * @throws NotFoundError, ConflictError unless the site is suspended, and
   *   NotAllowedError when a member would resume what staff suspended
   */
  async resumeSite(
    tenant: string,
    siteId: string,
    options: { by: string },
  ): Promise<NamedSite> {
    return this.change(tenant, siteId, async (trx, site) => {
      assertResumable(site, options.by);
      await this.deps.sites.setSuspension(trx, site, null);
      await this.deps.audit.resumed(trx, site);
    });
  }

  private async deploy(
    tenant: string,
    siteId: string,
    plan: (
      trx: TenantTransaction,
      site: Site,
    ) => Promise<Omit<NewDeployment, 'tenant' | 'siteId'>>,
  ): Promise<ChangedSite> {
    const { audit, database, sites, deployments, queue } = this.deps;
    const deployment = await database.transaction(tenant, async trx => {
      const site = await sites.lock(trx, tenant, siteId);
      assertChangeable(site);
      const planned = await plan(trx, site);
      const created = await deployments.create(trx, {
        tenant,
        siteId,
        ...planned,
      });
      await audit.deploymentBegan(trx, site, desiredOf(site), created);
      return created;
    });
    await queue.send(tenant, deployment.deploymentId);
    await publishSiteChanged(this.deps.events, tenant, siteId);
    return { site: await this.getSite(tenant, siteId), deployment };
  }

  private async change(
    tenant: string,
    siteId: string,
    work: (trx: TenantTransaction, site: Site) => Promise<void>,
  ): Promise<NamedSite> {
    await this.deps.database.transaction(tenant, async trx =>
      work(trx, await this.deps.sites.lock(trx, tenant, siteId)),
    );
    await publishSiteChanged(this.deps.events, tenant, siteId);
    return this.getSite(tenant, siteId);
  }
}
