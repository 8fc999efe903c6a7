/**
 * What a site is, as its owner sees it. `ordered` until its first deployment
 * succeeds or fails; `deleted` sites are kept 90 days with their history.
 */
export const siteStates = [
  'ordered',
  'live',
  'failed',
  'suspended',
  'deleting',
  'deleted',
] as const;
export type SiteState = (typeof siteStates)[number];

export const deploymentStates = [
  'queued',
  'planning',
  'awaiting-approval',
  'applying',
  'succeeded',
  'failed',
  'cancelled',
] as const;
export type DeploymentState = (typeof deploymentStates)[number];

/** States from which a deployment never moves again. */
export const finalDeploymentStates = [
  'succeeded',
  'failed',
  'cancelled',
] as const satisfies readonly DeploymentState[];

export const deploymentKinds = ['apply', 'destroy'] as const;
export type DeploymentKind = (typeof deploymentKinds)[number];

export function isFinal(state: DeploymentState): boolean {
  return (finalDeploymentStates as readonly string[]).includes(state);
}
