import { createApiRef } from '@backstage/frontend-plugin-api';
import type { TenancyComponents } from '@freehold/plugin-tenancy-common';

/** Who is signed in, and to which tenant they belong. */
export type Me = TenancyComponents['schemas']['Me'];

/** Who is signed in. Asked once per page load. */
export interface MeApi {
  /** The last answer, when there was one: spares pages a loading state. */
  cached(): Me | undefined;
  /** Asks the backend, or returns what it said before. */
  load(): Promise<Me>;
}

export const meApiRef = createApiRef<MeApi>().with({
  id: 'plugin.tenancy.me',
  pluginId: 'tenancy',
});
