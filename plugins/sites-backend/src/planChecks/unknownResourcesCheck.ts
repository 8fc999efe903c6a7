import type { PlanCheck } from '@freehold/plugin-sites-node';
import { resourcesOf } from './changedResources';

/** Lets plans wait for staff that change what no other check can read. */
export const unknownResourcesCheck: PlanCheck = {
  id: 'unknown-resources',
  async check({ plan }) {
    return resourcesOf(plan)
      .filter(({ kind, action }) => kind === 'other' && action !== 'keep')
      .map(({ address, type }) => ({
        effect: 'require-approval' as const,
        reason: `No check can tell what ${address} does: the portal does not know resources of the type ${type}. A plan without it passes by itself.`,
      }));
  },
};
