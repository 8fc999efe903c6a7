import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { costsApiRef, type SavedView } from '../api';
import { toSearch } from '../domain/viewParameters';

/** Views that the reader keeps, or that are shared with them. */
export function useSavedViews() {
  const api = useApi(costsApiRef);
  return useLoaded<{ items: SavedView[] }>({
    key: ['costs', 'views'],
    load: () => api.listViews(),
  });
}

/**
 * Shows the view that the reader begins with when the address says nothing,
 * once: whoever then takes everything away sees everything.
 *
 * @returns whether it is still to be known what is shown
 */
export function useBeginning(): boolean {
  const [params, setParams] = useSearchParams();
  const { data, error } = useSavedViews();
  const [hasBegun, setBegun] = useState(params.size > 0);
  const isKnown = data !== undefined || error !== undefined;
  useEffect(() => {
    if (hasBegun || !isKnown) return;
    const first = data?.items.find(({ isDefault }) => isDefault);
    if (first) setParams(toSearch(first.parameters), { replace: true });
    setBegun(true);
  }, [hasBegun, isKnown, data, setParams]);
  return !hasBegun;
}
