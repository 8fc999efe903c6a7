import type { PlanCheck } from '@freehold/plugin-sites-node';
import { changedResources } from './changedResources';

/** Denies what costs could not be traced back from to its customer and site. */
export const costLabelsCheck: PlanCheck = {
  id: 'cost-labels',
  async check(input) {
    const wanted = { tenant: input.customer.slug, site: input.site.siteId };
    return changedResources(input).flatMap(({ address, after, unknown }) => {
      if (unknown.includes('labels')) {
        return {
          effect: 'require-approval' as const,
          reason: `The cost labels of ${address} cannot be told from the plan. A plan that sets them by fixed values passes by itself.`,
        };
      }
      const { labels } = after;
      const missing = Object.entries(wanted)
        .filter(([name, value]) => labels && labels[name] !== value)
        .map(([name, value]) => `${name} = ${value}`);
      return missing.length > 0
        ? {
            effect: 'deny' as const,
            reason: `The costs of ${address} could not be allocated. It needs these labels: ${missing.join(', ')}.`,
          }
        : [];
    });
  },
};
