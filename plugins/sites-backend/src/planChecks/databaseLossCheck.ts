import type { PlanCheck } from '@freehold/plugin-sites-node';
import { resourcesOf } from './changedResources';

/** Lets plans wait for staff that would take a database away. */
export const databaseLossCheck: PlanCheck = {
  id: 'database-loss',
  async check({ plan }) {
    return resourcesOf(plan)
      .filter(
        ({ kind, action }) =>
          kind === 'database' && (action === 'destroy' || action === 'replace'),
      )
      .map(({ address, action }) => ({
        effect: 'require-approval' as const,
        reason: `${action === 'replace' ? `The database ${address} would be deleted and made anew, empty` : `The database ${address} would be deleted`}: all it holds is lost. Save a copy first; a plan that keeps the database needs no approval.`,
      }));
  },
};
