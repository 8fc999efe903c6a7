import type { PlanCheck, ResourceKind } from '@freehold/plugin-sites-node';
import { changedResources } from './changedResources';

const words: Partial<Record<ResourceKind, string>> = {
  bucket: 'storage',
  database: 'database',
  instance: 'disks of the server',
  volume: 'disk',
};

/** Denies databases and storage that keep what they hold in clear. */
export const encryptionCheck: PlanCheck = {
  id: 'encryption',
  async check(input) {
    return changedResources(input).flatMap(
      ({ address, kind, after, unknown }) => {
        const what = words[kind];
        if (what && after.encrypted === false) {
          return {
            effect: 'deny' as const,
            reason: `The ${what} ${address} would not be encrypted. Switch its encryption on.`,
          };
        }
        return what && unknown.includes('encrypted')
          ? {
              effect: 'require-approval' as const,
              reason: `Whether the ${what} ${address} is encrypted cannot be told from the plan. A plan that switches encryption on by a fixed value passes by itself.`,
            }
          : [];
      },
    );
  },
};
