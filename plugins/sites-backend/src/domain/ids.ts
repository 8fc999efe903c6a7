import { newId as newIdOf } from '@freehold/plugin-tenancy-node';

/** Prefixes of the ids this plugin hands out. */
export type IdPrefix = 'site' | 'dep' | 'ord' | 'cnt' | 'cred' | 'prc' | 'turn';

/** An id of this plugin, such as `dep_0198f2c4-…`. */
export const newId = newIdOf<IdPrefix>;
