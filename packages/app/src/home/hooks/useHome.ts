import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useInterval from 'react-use/esm/useInterval';
import { homeApiRef } from '../api/HomeApi';

/** Homes are left open all day, so what they show follows what happens. */
const REFRESH_MS = 15_000;

function useRefreshed<Value>(load: () => Promise<Value>, deps: unknown[]) {
  const state = useAsyncRetry(load, deps);
  useInterval(
    () => state.retry(),
    document.visibilityState === 'visible' ? REFRESH_MS : null,
  );
  return state;
}

export function useSummary() {
  const api = useApi(homeApiRef);
  return useRefreshed(() => api.getSummary(), [api]);
}

export function useSites() {
  const api = useApi(homeApiRef);
  return useRefreshed(() => api.listSites(), [api]);
}

export function useRecentDeployments() {
  const api = useApi(homeApiRef);
  return useRefreshed(() => api.listRecentDeployments(), [api]);
}
