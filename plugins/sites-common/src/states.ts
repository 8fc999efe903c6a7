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

/**
 * What a deployment does: bring the site about, end it, look whether it still
 * is what was brought about, or take what was found as it is.
 */
export const deploymentKinds = ['apply', 'destroy', 'check', 'accept'] as const;
export type DeploymentKind = (typeof deploymentKinds)[number];

/** Whether it is to change the site itself, and not only what is known of it. */
export function changesSite(kind: DeploymentKind): boolean {
  return kind === 'apply' || kind === 'destroy';
}

/** Clouds whose resources somebody can change past the portal. */
export const cloudsThatDrift: readonly string[] = ['aws'];

export function isFinal(state: DeploymentState): boolean {
  return (finalDeploymentStates as readonly string[]).includes(state);
}
