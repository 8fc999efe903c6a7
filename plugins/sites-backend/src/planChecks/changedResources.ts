import type {
  PlanCheckInput,
  PlannedResource,
} from '@freehold/plugin-sites-node';

type Changed = PlannedResource & {
  after: NonNullable<PlannedResource['after']>;
};

/** What a plan makes or changes. What stays, or goes, needs no such check. */
export function changedResources({ plan }: PlanCheckInput): Changed[] {
  return resourcesOf(plan).filter(
    (resource): resource is Changed =>
      resource.action !== 'keep' && resource.after !== undefined,
  );
}

/**
 * @throws when the plan was not read, so that a check denies it instead of
 *   finding nothing in it
 */
export function resourcesOf(plan: PlanCheckInput['plan']): PlannedResource[] {
  if (!plan.resources) {
    throw new Error('The plan has not been read into resources');
  }
  return plan.resources;
}
