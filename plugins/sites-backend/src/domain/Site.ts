import { ConflictError } from '@backstage/errors';
import type {
  DeploymentKind,
  DeploymentState,
  SitesComponents,
  SiteState,
} from '@freehold/plugin-sites-common';
import type { Price, SiteContent } from './Deployment';

export type SiteHealth = NonNullable<
  SitesComponents['schemas']['Site']['health']
>;

/** A site as its table holds it. */
export interface Site {
  tenant: string;
  siteId: string;
  name: string;
  title: string;
  product: string;
  cloud: string;
  region: string;
  size: string;
  state: SiteState;
  content: SiteContent;
  /** Address to open; absent until the site was live, and once it is deleted. */
  url?: string;
  health?: SiteHealth;
  price: Price;
  suspendedReason?: string;
  activeDeploymentId?: string;
  lastDeploymentId?: string;
  /** Entity ref of who ordered it. */
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  deletedAt?: Date;
  purgeAfter?: Date;
}

/** The part of its last deployment that lists show beside a site. */
export interface LastDeployment {
  deploymentId: string;
  kind: DeploymentKind;
  state: DeploymentState;
  createdAt: Date;
  finishedAt?: Date;
}

/** The product this plugin sells by itself. */
export const WEBSITE_PRODUCT = 'website';

/** How long a deleted site is kept with its history, in days. */
export const DELETED_SITE_KEPT_DAYS = 90;

/** How a deployment of a site ended. */
export interface DeploymentEnd {
  kind: DeploymentKind;
  outcome: 'succeeded' | 'failed' | 'cancelled';
  /** Terraform began to change something; false when it ended before that. */
  touched: boolean;
}

/**
 * What a site is after one of its deployments ended.
 *
 * An update that fails leaves a live site live: what was published stays. A
 * destroy that ends half-way leaves a failed one, since parts may be gone; one
 * that ends before it began puts everything back.
 */
export function stateAfter(
  site: Pick<Site, 'state' | 'url' | 'suspendedReason'>,
  end: DeploymentEnd,
): SiteState {
  const restored = () => {
    if (site.suspendedReason) {
      return 'suspended';
    }
    return site.url ? 'live' : 'failed';
  };
  if (end.outcome === 'succeeded') {
    if (end.kind === 'destroy') {
      return 'deleted';
    }
    return site.suspendedReason ? 'suspended' : 'live';
  }
  if (end.kind === 'destroy') {
    return end.touched ? 'failed' : restored();
  }
  return site.state === 'ordered' ? 'failed' : site.state;
}

/** @throws ConflictError unless the site can be changed by a new deployment */
export function assertChangeable(site: Pick<Site, 'state' | 'name'>): void {
  if (site.state === 'deleting' || site.state === 'deleted') {
    throw new ConflictError(
      site.state === 'deleted'
        ? `The site '${site.name}' has been deleted. Order a new one.`
        : `The site '${site.name}' is being deleted. Cancel that deployment first, if it is not too late.`,
    );
  }
}

/** @throws ConflictError unless the site answers visitors now */
export function assertSuspendable(site: Pick<Site, 'state' | 'name'>): void {
  if (site.state === 'suspended') {
    throw new ConflictError(
      `The site '${site.name}' is suspended already. Resume it first.`,
    );
  }
  if (site.state !== 'live') {
    throw new ConflictError(
      `The site '${site.name}' is ${site.state}, only a live one can be suspended.`,
    );
  }
}

/** @throws ConflictError unless the site is suspended */
export function assertResumable(site: Pick<Site, 'state' | 'name'>): void {
  if (site.state !== 'suspended') {
    throw new ConflictError(
      `The site '${site.name}' is ${site.state}, only a suspended one can be resumed.`,
    );
  }
}
