import type { Site, Summary } from './api/HomeApi';

/** How many sites there are, deleted ones aside. */
export function countSites({ sites }: Summary): number {
  return (
    sites.ordered + sites.live + sites.failed + sites.suspended + sites.deleting
  );
}

/** Titles of the sites that have failed. */
export function failedSites(sites: Site[]): string[] {
  return sites
    .filter(({ state }) => state === 'failed')
    .map(({ title, name }) => title || name);
}
