import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import type { Site } from '../api';
import type { QuoteQuery } from '../api/SitesApi';

/** Asks what a site would cost in another size, with all else as it is. */
export function quoteQueryOf(site: Site, size: string): QuoteQuery {
  const { customSize } = site;
  const { database, storage } = site.addOns;
  return {
    cloud: site.cloud,
    size,
    site: site.siteId,
    ...(size === CUSTOM_SIZE &&
      customSize && {
        cpu: customSize.cpu,
        memory: customSize.memory,
        instances: customSize.minimumInstances,
      }),
    ...(database && { database: database.size, replica: database.replica }),
    ...(storage && { storage }),
  };
}
