import {
  cloudsThatDrift,
  type SitesComponents,
} from '@freehold/plugin-sites-common';
import type { Deployment } from '../domain/Deployment';
import type { Site } from '../domain/Site';

type Schemas = SitesComponents['schemas'];

/** A drift check as the API shows it. */
export function toDriftCheckReply(check: Deployment): Schemas['DriftCheck'] {
  const { plan } = check;
  return {
    checkId: check.deploymentId,
    customer: check.tenant,
    siteId: check.siteId,
    state: check.state,
    requestedBy: check.requestedBy,
    createdAt: check.createdAt.toISOString(),
    finishedAt: check.finishedAt?.toISOString(),
    drifted: plan && plan.changes.length > 0,
    planHash: check.planHash,
    changes: plan?.changes,
    resources: plan?.resources,
    failure: check.failure,
  };
}

/** What is known of a site's drift; undefined where nothing drifts. */
export function toSiteDriftReply({
  cloud,
  drift,
}: Site): Schemas['Site']['drift'] {
  return cloudsThatDrift.includes(cloud)
    ? {
        checkedAt: drift.checkedAt?.toISOString(),
        foundAt: drift.foundAt?.toISOString(),
        checkId: drift.checkId,
      }
    : undefined;
}
