import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { Customer } from '@freehold/plugin-tenancy-node';

/**
 * What a check decides on. Sensitive values in the plan are redacted. All of it
 * is frozen: a check that writes into it throws, and so denies the plan.
 */
export interface PlanCheckInput {
  plan: SitesComponents['schemas']['Plan'];
  kind: 'apply' | 'destroy';
  site: {
    siteId: string;
    name: string;
    product: string;
    cloud: string;
    region: string;
    /** The size this plan brings about. */
    size: string;
  };
  customer: Customer;
  /** Sites of the customer that are not deleted, this one included. */
  customerSiteCount: number;
  /** Monthly price once the plan is applied. */
  price: SitesComponents['schemas']['Price'];
  /** Monthly price now; absent while the site was never live. */
  priceBefore?: SitesComponents['schemas']['Price'];
}

export interface PlanFinding {
  effect: 'deny' | 'require-approval' | 'warn';
  /** For people: what is wrong, and what would pass. */
  reason: string;
}

/** A check that every plan passes through before it may be applied. */
export interface PlanCheck {
  /** Stable id, shown beside the reason; kebab-case. */
  id: string;
  /**
   * Findings, or none when the plan is fine. A check that throws denies the
   * plan, so that a broken check never lets one through.
   */
  check(input: PlanCheckInput): Promise<PlanFinding[]>;
}

export interface PlanChecksExtensionPoint {
  addPlanCheck(check: PlanCheck): void;
}

/** Lets modules of the sites plugin add checks. */
export const planChecksExtensionPoint =
  createExtensionPoint<PlanChecksExtensionPoint>({ id: 'sites.planChecks' });
