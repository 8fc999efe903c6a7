import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SitesComponents } from '@freehold/plugin-sites-common';

type Schemas = SitesComponents['schemas'];
export type Summary = Schemas['Summary'];
export type Site = Schemas['Site'];
export type Deployment = Schemas['Deployment'];

/** What the home pages show; every method rejects with a PortalError. */
export interface HomeApi {
  /** Totals within what the reader may see. */
  getSummary(): Promise<Summary>;
  /** The newest of the reader's sites, and how many there are. */
  listSites(): Promise<{ items: Site[]; total: number }>;
  /** The newest deployments the reader may see. */
  listRecentDeployments(): Promise<{ items: Deployment[]; total: number }>;
}

export const homeApiRef = createApiRef<HomeApi>().with({
  id: 'plugin.home.api',
  pluginId: 'home',
});
