import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

/** Tags, those of the provider's defaults included where they are known. */
export function readLabels(values: ResourceValues): ReadFacts {
  if (!values.has('tags') && !values.has('tags_all')) {
    return {};
  }
  const all = values.map('tags_all');
  if (all === UNKNOWN) {
    // What the tags themselves hold is not all of it, and may be overruled.
    return { labels: UNKNOWN };
  }
  return { labels: Object.keys(all).length === 0 ? values.map('tags') : all };
}
