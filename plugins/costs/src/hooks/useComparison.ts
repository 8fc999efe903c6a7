import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  costsApiRef,
  type ComparedSum,
  type ComparisonQuery,
  type CostsReply,
  type CurrencyChange,
  type ResourceCost,
} from '../api';
import type { CostsView } from '../domain/CostsView';
import type { DayRange } from '../domain/DayRange';
import { toRangeQuery } from './useCosts';

/** What a view costs beside other days; nothing is asked without them. */
export function useComparison(
  view: CostsView,
  before: DayRange | undefined,
  query: Pick<ComparisonQuery, 'groupBy' | 'top'>,
) {
  const api = useApi(costsApiRef);
  const whole = before && { ...toComparedQuery(view, before), ...query };
  return useLoaded<{ items: ComparedSum[] }>({
    key: whole && ['costs', 'comparison', whole],
    load: () => api.compareCosts(whole!),
    keepPrevious: true,
  });
}

/** What other days cost in all, by the view's periods; nothing without them. */
export function usePastTotals(view: CostsView, before: DayRange | undefined) {
  const api = useApi(costsApiRef);
  const query = before && {
    ...toRangeQuery({ ...view, range: before }),
    granularity: view.granularity,
  };
  return useLoaded<CostsReply>({
    key: query && ['costs', 'query', query],
    load: () => api.queryCosts(query!),
    keepPrevious: true,
  });
}

/** Why a view does not cost what other days did. */
export function useChanges(view: CostsView, before: DayRange) {
  const api = useApi(costsApiRef);
  const query = toComparedQuery(view, before);
  return useLoaded<{ currencies: CurrencyChange[] }>({
    key: ['costs', 'changes', query],
    load: () => api.explainChanges(query),
    keepPrevious: true,
  });
}

/** The dearest resources of a view, and what they cost in other days. */
export function useTopResources(view: CostsView, before: DayRange) {
  const api = useApi(costsApiRef);
  const query = toComparedQuery(view, before);
  return useLoaded<{ items: ResourceCost[] }>({
    key: ['costs', 'resources', query],
    load: () => api.listTopResources(query),
    keepPrevious: true,
  });
}

function toComparedQuery(view: CostsView, before: DayRange) {
  return {
    ...toRangeQuery(view),
    comparedFrom: before.from,
    comparedTo: before.to,
  };
}
