import { ConflictError } from '@backstage/errors';
import type { SitesComponents } from '@freehold/plugin-sites-common';
import {
  BUSINESS_TENANT,
  type CustomerLimits,
} from '@freehold/plugin-tenancy-common';
import {
  LimitReachedError,
  unknownCustomer,
  type TenantDatabase,
  type TenantLimits,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { AllowancesStore } from '../database/AllowancesStore';
import { refusalOfSiteCount, refusalOfSize } from '../domain/limits';
import { titlesOfSizes, type Assortment } from '../domain/Offering';

const HOUR_MILLISECONDS = 3_600_000;

export type SitesUsage = SitesComponents['schemas']['SitesUsage'];

/** What customers may still order and deploy. */
export class AllowancesService {
  static create(options: {
    database: TenantDatabase;
    limits: Pick<TenantLimits, 'findLimits'>;
    allowances: AllowancesStore;
    assortment: Assortment;
  }): AllowancesService {
    return new AllowancesService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof AllowancesService.create>[0],
  ) {}

  /**
   * The limits to measure a change by. Read them before its transaction.
   *
   * @throws NotFoundError
   */
  async limitsOf(tenant: string): Promise<CustomerLimits> {
    const found = await this.deps.limits.findLimits(tenant);
    if (!found) {
      throw unknownCustomer(tenant);
    }
    return found.effective;
  }

  /** @throws ConflictError when the customer may have no further such site */
  async assertMayAddSite(
    trx: TenantTransaction,
    change: { tenant: string; limits: CustomerLimits; size: string },
  ): Promise<void> {
    const { tenant, limits, size } = change;
    await this.deps.allowances.lock(trx, tenant);
    const counts = await this.deps.allowances.countSites(trx, tenant);
    const count = counts.reduce((sum, { sites }) => sum + sites, 1);
    refuse(refusalOfSiteCount(limits, count) ?? refusalOfSize(limits, size));
  }

  /** @throws ConflictError when the customer may not have this size */
  assertMayHaveSize(limits: CustomerLimits, size: string): void {
    refuse(refusalOfSize(limits, size));
  }

  /**
   * @param change.by - who asks; staff and plugins are not limited
   * @throws LimitReachedError saying when the next deployment may begin
   */
  async assertMayDeploy(
    trx: TenantTransaction,
    change: { tenant: string; limits: CustomerLimits; by: string },
  ): Promise<void> {
    const { tenant, limits, by } = change;
    if (!isMember(by)) {
      return;
    }
    const most = limits.deploymentsPerHour;
    await this.deps.allowances.lock(trx, tenant);
    const begun = await this.deps.allowances.listRecentDeployments(
      trx,
      tenant,
      most,
    );
    if (begun.length < most) {
      return;
    }
    const seconds = secondsUntilFree(begun[most - 1]);
    throw new LimitReachedError(
      `All ${most} deployments an hour of your organization are used. The next one can begin in ${Math.ceil(seconds / 60)} min.`,
      seconds,
    );
  }

  /** @throws NotFoundError */
  async getSitesUsage(tenant: string): Promise<SitesUsage> {
    const { database, allowances, assortment } = this.deps;
    const limits = await this.limitsOf(tenant);
    const most = limits.deploymentsPerHour;
    const { begun, counts } = await database.transaction(tenant, async trx => ({
      begun: await allowances.listRecentDeployments(trx, tenant, most),
      counts: await allowances.countSites(trx, tenant),
    }));
    const titles = titlesOfSizes(assortment);
    const sitesOf = (size: string) =>
      counts.find(count => count.size === size)?.sites ?? 0;
    return {
      deployments: {
        limit: most,
        used: begun.length,
        ...(begun.length > 0 && {
          nextFreeSeconds: secondsUntilFree(begun[begun.length - 1]),
        }),
      },
      sites: {
        limit: limits.sites,
        used: counts.reduce((sum, { sites }) => sum + sites, 0),
      },
      sizes: [
        ...new Set([...titles.keys(), ...counts.map(({ size }) => size)]),
      ].map(size => ({
        size,
        title: titles.get(size) ?? size,
        sites: sitesOf(size),
        isIncluded: refusalOfSize(limits, size) === undefined,
      })),
    };
  }
}

function isMember(by: string): boolean {
  return by.startsWith('user:') && !by.startsWith(`user:${BUSINESS_TENANT}/`);
}

/** Until a deployment begun at this time is an hour ago. */
function secondsUntilFree(begun?: Date): number {
  const end = (begun?.getTime() ?? Date.now()) + HOUR_MILLISECONDS;
  return Math.max(Math.ceil((end - Date.now()) / 1_000), 1);
}

function refuse(reason: string | undefined): void {
  if (reason) {
    throw new ConflictError(reason);
  }
}
