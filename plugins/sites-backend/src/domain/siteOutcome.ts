import type { DeploymentKind, SiteState } from '@freehold/plugin-sites-common';
import type { DeploymentStep } from './Deployment';

/** How long a deleted site and its history are kept. */
export const DELETED_SITE_KEPT_DAYS = 90;

/**
 * What a site is after a deployment of it ended without success: what it was,
 * unless it never was live or its destroy had begun.
 */
export function stateAfterUnsuccess(
  site: { url?: string | null; suspendedReason?: string | null },
  deployment: { kind: DeploymentKind; steps: readonly DeploymentStep[] },
): SiteState {
  const destroyBegan =
    deployment.kind === 'destroy' &&
    deployment.steps.some(step => step.state === 'applying');
  if (!site.url || destroyBegan) {
    return 'failed';
  }
  return site.suspendedReason ? 'suspended' : 'live';
}
