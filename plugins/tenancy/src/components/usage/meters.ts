import type { SitesUsage, Usage } from '../../api';

export type MeterId = 'requests' | 'pages' | 'deployments' | 'sites';

/** How near to its limit something is. */
export type Nearness = 'ample' | 'near' | 'full';

/** One limit and what is used of it. */
export interface Meter {
  id: MeterId;
  used: number;
  limit: number;
  nearness: Nearness;
  /** Until all of it is back. */
  backInSeconds?: number;
  /** Until one more is free. */
  freeInSeconds?: number;
  /** Whether it was agreed with this customer alone. */
  isOwn: boolean;
}

/** The part of a limit from which on it is near. */
export const NEAR_SHARE = 0.8;

/** Everything a customer's use is limited in, in the order people ask for it. */
export function toMeters(usage: Usage, sites: SitesUsage): Meter[] {
  const { ownLimits, requests, pages } = usage;
  const areRequestsOwn = ownLimits.requestsPerMinute !== undefined;
  return [
    meter('sites', sites.sites, { isOwn: ownLimits.sites !== undefined }),
    meter('deployments', sites.deployments, {
      isOwn: ownLimits.deploymentsPerHour !== undefined,
      freeInSeconds: sites.deployments.nextFreeSeconds,
    }),
    meter('requests', requests, {
      isOwn: areRequestsOwn,
      backInSeconds: requests.resetSeconds || undefined,
    }),
    meter('pages', pages, {
      isOwn: areRequestsOwn,
      backInSeconds: pages.resetSeconds || undefined,
    }),
  ];
}

/** The meter to speak of first: the fullest that is near its limit. */
export function mostPressing(meters: Meter[]): Meter | undefined {
  const of = (nearness: Nearness) =>
    meters.find(each => each.nearness === nearness);
  return of('full') ?? of('near');
}

function meter(
  id: MeterId,
  { used, limit }: { used: number; limit: number },
  rest: Pick<Meter, 'isOwn' | 'backInSeconds' | 'freeInSeconds'>,
): Meter {
  return { id, used, limit, nearness: nearnessOf(used, limit), ...rest };
}

function nearnessOf(used: number, limit: number): Nearness {
  if (used >= limit) return 'full';
  return used >= limit * NEAR_SHARE ? 'near' : 'ample';
}
