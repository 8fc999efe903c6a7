import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

/** Tags, those of the provider's defaults included where they are known. */
export function readLabels(values: ResourceValues): ReadFacts {
  if (!values.has('tags') && !values.has('tags_all')) {
    return {};
  }
  const all = values.map('tags_all');
  const isEmpty = all !== UNKNOWN && Object.keys(all).length === 0;
  return { labels: all === UNKNOWN || isEmpty ? values.map('tags') : all };
}
