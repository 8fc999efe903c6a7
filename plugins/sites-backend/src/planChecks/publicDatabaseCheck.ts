import type { PlanCheck } from '@freehold/plugin-sites-node';
import { changedResources } from './changedResources';

/** Denies databases that the internet reaches. */
export const publicDatabaseCheck: PlanCheck = {
  id: 'public-database',
  async check(input) {
    return changedResources(input)
      .filter(({ kind }) => kind === 'database')
      .flatMap(({ address, after, unknown }) => {
        if (after.public) {
          return {
            effect: 'deny' as const,
            reason: `The database ${address} could be reached from the internet. Make it private; the site reaches it from inside its network.`,
          };
        }
        return unknown.includes('public')
          ? {
              effect: 'require-approval' as const,
              reason: `Whether the internet reaches the database ${address} is known only once it is there. A plan that makes it private by a fixed value passes by itself.`,
            }
          : [];
      });
  },
};
