import { ConflictError } from '@backstage/errors';
import { cloudsThatDrift } from '@freehold/plugin-sites-common';
import type { Site } from './Site';

/** @throws ConflictError unless there is something to look at now */
export function assertCheckable(
  site: Pick<Site, 'name' | 'cloud' | 'state' | 'activeDeploymentId'>,
): void {
  const { name, cloud, state, activeDeploymentId } = site;
  if (!cloudsThatDrift.includes(cloud)) {
    throw new ConflictError(
      `The site '${name}' runs where nothing drifts, so there is nothing to check.`,
    );
  }
  if (state !== 'live' && state !== 'suspended') {
    throw new ConflictError(
      `The site '${name}' is ${state}, only a live or suspended one can be checked.`,
    );
  }
  if (activeDeploymentId) {
    throw new ConflictError(
      `A deployment of '${name}' is not finished yet. Check the site after it.`,
    );
  }
}

/**
 * @returns the check that found the present drift
 * @throws ConflictError when no drift is known
 */
export function checkOfDrift(site: Pick<Site, 'name' | 'drift'>): string {
  if (!site.drift.checkId) {
    throw new ConflictError(
      `No drift of '${site.name}' is known any more. Check the site again if you expect one.`,
    );
  }
  return site.drift.checkId;
}
