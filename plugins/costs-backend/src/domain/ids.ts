import { newId as newIdOf } from '@freehold/plugin-tenancy-node';

/** Prefixes of the ids this plugin hands out. */
export type IdPrefix = 'src' | 'imp' | 'mkp' | 'view';

/** An id of this plugin, such as `imp_0198f2c4-…`. */
export const newId = newIdOf<IdPrefix>;
