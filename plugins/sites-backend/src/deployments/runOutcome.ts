import { isError } from '@backstage/errors';
import type { DeploymentFailure } from '../domain/Deployment';
import { TerraformError } from '../terraform/TerraformWorkspace';

/** Why a run is to stop before its end. */
export type StopReason = 'cancel' | 'time-limit' | 'lost' | 'shutdown';

/** Leaves a run that must stop; its watch knows why. */
export class RunStopped extends Error {
  constructor() {
    super('The run was stopped');
    this.name = 'RunStopped';
  }
}

/** Ends a run as failed, with words for people. */
export class RunFailure extends Error {
  constructor(readonly failure: DeploymentFailure) {
    super(failure.message);
    this.name = 'RunFailure';
  }
}

export const TIME_LIMIT_FAILURE: DeploymentFailure = {
  code: 'time-limit',
  message:
    'The run took longer than is allowed and was stopped. What was applied is recorded; retry to finish it.',
};

/** What to tell people about an error that ended a run. */
export function toFailure(error: unknown): DeploymentFailure {
  if (error instanceof RunFailure) {
    return error.failure;
  }
  if (error instanceof TerraformError && error.exitCode === 127) {
    return {
      code: 'terraform-missing',
      message:
        'Terraform could not be started on this machine. Ask the operator to install it, then retry.',
    };
  }
  if (error instanceof TerraformError) {
    return {
      code: `terraform-${error.command}`,
      message: `Terraform could not finish its ${error.command}. The log says why; correct it, or retry.`,
    };
  }
  if (isError(error) && error.name === 'NotFoundError') {
    return { code: 'not-found', message: error.message };
  }
  return {
    code: 'internal',
    message:
      'Something went wrong in the portal itself. Retry; if it stays, tell support the id of this deployment.',
  };
}
