import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { costsApiRef } from '../api';
import {
  dimensionsFor,
  onlyValueOf,
  type CostsView,
} from '../domain/CostsView';
import {
  isTagDimension,
  tagDimension,
  type AnyDimension,
} from '../domain/tagDimension';
import { useDimensionName } from './useDimensionName';

/** As many tags are offered; an address may name any. */
const MOST_TAGS = 50;

/**
 * What a view can be told apart by: the columns, then the tags that its charges
 * have, and the one that is chosen.
 */
export function useDimensionOptions(
  view: CostsView,
  options: { isStaff: boolean; chosen: AnyDimension },
): { id: AnyDimension; label: string }[] {
  const api = useApi(costsApiRef);
  const nameOf = useDimensionName();
  const query = {
    ...view.range,
    customer: onlyValueOf(view, 'customer') || undefined,
  };
  const { data } = useLoaded({
    key: ['costs', 'tag-keys', query],
    load: () => api.listTagKeys(query),
    keepPrevious: true,
  });
  const tags = new Set(
    (data?.items ?? []).slice(0, MOST_TAGS).map(key => tagDimension(key)),
  );
  if (isTagDimension(options.chosen)) tags.add(options.chosen);
  return [...dimensionsFor(options.isStaff), ...tags].map(id => ({
    id,
    label: nameOf(id),
  }));
}
