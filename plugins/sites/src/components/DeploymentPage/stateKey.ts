import type { DeploymentState } from '@freehold/plugin-sites-common';

/** A deployment state as a key of the translations. */
export function stateKey(state: DeploymentState) {
  return state === 'awaiting-approval' ? 'awaitingApproval' : state;
}
