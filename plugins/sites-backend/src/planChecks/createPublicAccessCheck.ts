import type { PlanCheck, ResourceKind } from '@freehold/plugin-sites-node';
import { changedResources } from './changedResources';

/**
 * A check that denies what the internet reaches and should not, and asks about
 * what nobody can tell yet.
 *
 * @param options.words - kinds it looks at, and what people call them
 * @param options.advice - what would pass
 */
export function createPublicAccessCheck(options: {
  id: string;
  words: Partial<Record<ResourceKind, string>>;
  problem: string;
  advice: string;
}): PlanCheck {
  const { id, words, problem, advice } = options;
  return {
    id,
    async check(input) {
      return changedResources(input).flatMap(
        ({ address, kind, after, unknown }) => {
          const what = words[kind];
          if (what && after.public) {
            return {
              effect: 'deny' as const,
              reason: `The ${what} ${address} ${problem}. ${advice}`,
            };
          }
          return what && unknown.includes('public')
            ? {
                effect: 'require-approval' as const,
                reason: `Whether the internet reaches the ${what} ${address} is known only once it is there. A plan that makes it private by a fixed value passes by itself.`,
              }
            : [];
        },
      );
    },
  };
}
