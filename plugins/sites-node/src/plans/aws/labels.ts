import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

/** Tags, those of the provider's defaults included where they are known. */
export function readLabels(values: ResourceValues): ReadFacts {
  if (!values.has('tags') && !values.has('tags_all')) {
    return {};
  }
  const own = values.map('tags');
  const all = values.map('tags_all');
  const hasOwn = own === UNKNOWN || Object.keys(own).length > 0;
  if (all !== UNKNOWN) {
    return { labels: Object.keys(all).length > 0 ? all : own };
  }
  // The provider leaves all of them open where there are none to set. Beside
  // others, what its defaults add or overrule is not known.
  const isLeftOpen = values.get('tags_all') === UNKNOWN && !hasOwn;
  return { labels: isLeftOpen ? {} : UNKNOWN };
}
