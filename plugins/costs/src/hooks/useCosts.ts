import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  costsApiRef,
  type CostsQuery,
  type CostsReply,
  type CostsSummary,
  type SummaryQuery,
} from '../api';
import { writeFilter, type CostsView } from '../domain/CostsView';

const EMPTY_MS = 5_000;

/** This month so far beside the last one. */
export function useSummary(query: SummaryQuery | undefined) {
  const api = useApi(costsApiRef);
  return useLoaded<CostsSummary>({
    key: query && ['costs', 'summary', query],
    load: () => api.getSummary(query ?? {}),
    // The first import may be under way while somebody looks.
    refreshMs: data => (data?.currencies.length === 0 ? EMPTY_MS : 0),
    keepPrevious: true,
  });
}

/** Sums of what a view shows, told apart as `query` says. */
export function useCosts(
  view: CostsView,
  query: Pick<CostsQuery, 'groupBy' | 'granularity' | 'top'>,
) {
  const api = useApi(costsApiRef);
  const whole: CostsQuery = { ...toRangeQuery(view), ...query };
  return useLoaded<CostsReply>({
    key: ['costs', 'query', whole],
    load: () => api.queryCosts(whole),
    keepPrevious: true,
  });
}

/** The charges that a view is about, as the API takes them. */
export function toRangeQuery(view: CostsView) {
  return {
    from: view.range.from,
    to: view.range.to,
    metric: view.metric,
    filter: view.filters.length ? view.filters.map(writeFilter) : undefined,
  };
}
