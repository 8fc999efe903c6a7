import type { ListQueryState } from '@freehold/plugin-tenancy-react';

/** What of tags is shown; all of it is in the address. */
export type TagsList = ListQueryState<
  'month' | 'currency' | 'customer' | 'key' | 'kind'
>;
