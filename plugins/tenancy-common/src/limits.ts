import type { CustomerTier } from './tenants';

/** How much a customer may use. */
export interface CustomerLimits {
  /** API requests of all its members together; one or more. */
  requestsPerMinute: number;
  /** Deployments its members may begin; deletions are always allowed. */
  deploymentsPerHour: number;
  /** Sites at a time, those that failed included. */
  sites: number;
  /** Ids of the sizes it may order. Absent: every size of the offering. */
  sizes?: string[];
}

/** What the tiers include where the configuration does not say otherwise. */
export const defaultTierLimits: Record<CustomerTier, CustomerLimits> = {
  standard: { requestsPerMinute: 100, deploymentsPerHour: 10, sites: 10 },
  premium: { requestsPerMinute: 1_000, deploymentsPerHour: 60, sites: 100 },
};

/**
 * Requests that pages of the portal make for people, as a multiple of those
 * that programs may make: a page asks several things at once, and again while
 * something runs.
 */
export const PAGE_REQUESTS_FACTOR = 3;
