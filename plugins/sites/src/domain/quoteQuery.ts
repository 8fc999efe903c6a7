import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import type { AddOns, CustomSize } from '../api';
import type { QuoteQuery } from '../api/SitesApi';

/** What the price of a site depends on. */
export interface PricedSite {
  cloud: string | undefined;
  size: string | undefined;
  customSize?: CustomSize;
  addOns?: AddOns;
  /** Id of the site that would be changed; absent for a new one. */
  siteId?: string;
}

/** Asks what a site would cost; undefined while something of it is missing. */
export function quoteQueryOf(site: PricedSite): QuoteQuery | undefined {
  const { cloud, size, customSize, addOns = {}, siteId } = site;
  const { database, storage } = addOns;
  if (!cloud || !size || (size === CUSTOM_SIZE && !customSize)) {
    return undefined;
  }
  return {
    cloud,
    size,
    ...(siteId && { site: siteId }),
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
