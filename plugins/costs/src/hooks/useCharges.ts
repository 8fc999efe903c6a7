import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  costsApiRef,
  type ChargeDetail,
  type ChargeRef,
  type ChargesPage,
} from '../api';
import type { CostsView } from '../domain/CostsView';
import { toRangeQuery } from './useCosts';

/** One page of the charges that a view is about. */
export function useCharges(
  view: CostsView,
  page: { offset: number; limit: number },
) {
  const api = useApi(costsApiRef);
  const query = { ...toRangeQuery(view), ...page };
  return useLoaded<ChargesPage>({
    key: ['costs', 'charges', query],
    load: () => api.listCharges(query),
    keepPrevious: true,
  });
}

/** One charge with every column; nothing is asked without one. */
export function useCharge(
  charge: (ChargeRef & { customer: string }) | undefined,
) {
  const api = useApi(costsApiRef);
  return useLoaded<ChargeDetail>({
    key: charge && ['costs', 'charge', charge],
    load: async () => {
      const { customer, ...ref } = charge as NonNullable<typeof charge>;
      return api.getCharge(ref, customer);
    },
  });
}
