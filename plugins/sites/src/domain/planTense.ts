import type { Deployment } from '../api';

/** Whether what a plan says is ahead, done, or was to be done. */
export type PlanTense = 'ahead' | 'done' | 'unfinished';

export function tenseOf({ state }: Pick<Deployment, 'state'>): PlanTense {
  switch (state) {
    case 'succeeded':
      return 'done';
    case 'failed':
    case 'cancelled':
      return 'unfinished';
    default:
      return 'ahead';
  }
}

/** Whether a deployment got as far as changing anything. */
export function wasApplied({ steps }: Pick<Deployment, 'steps'>): boolean {
  return steps.some(({ state }) => state === 'applying');
}
