/**
 * Published after a site or its deployment changed, so that projections can
 * read the truth again. It names the object and says nothing else about it.
 */
export const SITES_CHANGED_TOPIC = 'freehold.sites.changed';

export interface SitesChangedEvent {
  tenant: string;
  siteId: string;
}
