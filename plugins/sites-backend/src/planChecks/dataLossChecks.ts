import type { PlanCheck, PlannedResource } from '@freehold/plugin-sites-node';
import { resourcesOf } from './changedResources';

const words: Partial<Record<PlannedResource['kind'], string>> = {
  bucket: 'storage',
  volume: 'disk',
};

/** Lets plans wait for staff that would take a database away. */
export const databaseLossCheck: PlanCheck = {
  id: 'database-loss',
  async check({ plan }) {
    return endingData(plan)
      .filter(({ kind }) => kind === 'database')
      .map(resource => ({
        effect: 'require-approval' as const,
        reason: `The database ${endOf(resource)}: ${
          resource.before?.leavesSnapshot
            ? 'what it holds remains in a last snapshot only, which staff can restore'
            : 'all it holds is lost. Save a copy first'
        }; a plan that keeps the database needs no approval.`,
      }));
  },
};

/**
 * Lets plans wait for staff that would take storage away with what is in it. Of
 * storage that the cloud deletes only when it is empty, it says so.
 */
export const storageLossCheck: PlanCheck = {
  id: 'storage-loss',
  async check({ plan }) {
    return endingData(plan).flatMap(resource => {
      const what = words[resource.kind];
      if (!what) return [];
      return resource.before?.deletionProtection
        ? {
            effect: 'warn' as const,
            reason: `The ${what} ${endOf(resource)}, which works only while it holds nothing. Empty it first; what is in it is not deleted by this plan.`,
          }
        : {
            effect: 'require-approval' as const,
            reason: `The ${what} ${endOf(resource)}, with everything in it. Save a copy first; a plan that keeps the ${what} needs no approval.`,
          };
    });
  },
};

/** What goes and may hold what exists nowhere else. */
function endingData(plan: Parameters<typeof resourcesOf>[0]) {
  return resourcesOf(plan).filter(
    ({ action, before }) =>
      (action === 'destroy' || action === 'replace') &&
      before?.holdsData !== false,
  );
}

function endOf({ address, action }: PlannedResource): string {
  return action === 'replace'
    ? `${address} would be deleted and made anew, empty`
    : `${address} would be deleted`;
}
