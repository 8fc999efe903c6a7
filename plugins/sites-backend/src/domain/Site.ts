import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  PORTAL_CLOUD,
  type DeploymentKind,
  type DeploymentState,
  type SitesComponents,
  type SiteState,
  type Specification,
} from '@freehold/plugin-sites-common';
import type { CredentialOwner } from './CloudCredential';
import type { Price, SiteContent } from './Deployment';

export type SiteHealth = NonNullable<
  SitesComponents['schemas']['Site']['health']
>;

export type DnsRecord = SitesComponents['schemas']['DnsRecord'];

/** What drift checks know of a site. */
export interface SiteDrift {
  /** When a check last came to an end. */
  checkedAt?: Date;
  /** Since when it is known to have drifted; absent when it has not. */
  foundAt?: Date;
  /** The newest check that found the present drift. */
  checkId?: string;
}

/** A site as its table holds it. */
export interface Site extends Specification {
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
  /** Records the domains of the site need. */
  dnsRecords: DnsRecord[];
  /** Those of its domains that it answers at. */
  servedDomains: string[];
  price: Price;
  /** Whose credential it was made with, which it keeps. */
  credentialOwner?: CredentialOwner;
  suspendedReason?: string;
  /** Entity ref of who suspended it. */
  suspendedBy?: string;
  /** Its customer is suspended with its sites; what that stopped resumes with it. */
  suspendedWithCustomer: boolean;
  drift: SiteDrift;
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

/** What a site costs now: nothing that is known before it was live. */
export function presentPriceOf({
  url,
  price,
}: Pick<Site, 'url' | 'price'>): Price | undefined {
  return url === undefined ? undefined : price;
}

/** The product this plugin sells by itself. */
export const WEBSITE_PRODUCT = 'website';

/**
 * Whether visitors still reach the site although its customer is suspended with
 * its sites.
 */
export function answersThoughSuspended({
  state,
  cloud,
  suspendedWithCustomer,
}: Pick<Site, 'state' | 'cloud' | 'suspendedWithCustomer'>): boolean {
  return suspendedWithCustomer && state === 'live' && cloud !== PORTAL_CLOUD;
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

/**
 * @throws ConflictError unless the site answers visitors now, and through the
 *   portal, which alone can show them a notice
 */
export function assertSuspendable(
  site: Pick<Site, 'state' | 'name' | 'cloud'>,
): void {
  if (site.cloud !== PORTAL_CLOUD) {
    throw new ConflictError(
      `The site '${site.name}' answers visitors without the portal, so suspending it would not stop it. Delete it, or stop it in its cloud.`,
    );
  }
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

/**
 * What staff suspended, its own customer cannot resume.
 *
 * @param by - entity ref of who wants to resume it
 * @throws ConflictError unless the site is suspended, and by itself,
 *   NotAllowedError
 */
export function assertResumable(
  site: Pick<
    Site,
    'state' | 'name' | 'tenant' | 'suspendedBy' | 'suspendedWithCustomer'
  >,
  by: string,
): void {
  if (site.state !== 'suspended') {
    throw new ConflictError(
      `The site '${site.name}' is ${site.state}, only a suspended one can be resumed.`,
    );
  }
  if (site.suspendedWithCustomer) {
    throw new ConflictError(
      `The site '${site.name}' is suspended because its customer is. Resume the customer.`,
    );
  }
  const isMember = (ref: string) => ref.startsWith(`user:${site.tenant}/`);
  if (isMember(by) && !isMember(site.suspendedBy ?? '')) {
    throw new NotAllowedError(
      `The site '${site.name}' was suspended by your hosting provider, who alone can resume it. Ask them.`,
    );
  }
}
