import { isError } from '@backstage/errors';
import type { DeploymentFailure } from '../domain/Deployment';
import type { PassingCause } from '../terraform/classifyDiagnostics';
import {
  StepLimitError,
  TerraformError,
} from '../terraform/TerraformWorkspace';

/** Why a run is to stop before its end. */
export type StopReason =
  'cancel' | 'time-limit' | 'lost' | 'shutdown' | 'gives-way';

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

const passingMessages: Record<PassingCause, string> = {
  throttled: 'The cloud asked for fewer requests.',
  network: 'The network failed on the way to the cloud, or to the state.',
  'state-locked': 'Something else held the lock on the state of this site.',
  'provider-trouble': 'The cloud reported trouble of its own.',
};

/** Whether the same may succeed later, with nothing changed. */
export function mayPass(error: unknown): boolean {
  return (
    (error instanceof TerraformError && error.passing !== undefined) ||
    // Before an apply nothing is half done, and what hung may be well again.
    (error instanceof StepLimitError && error.command !== 'apply')
  );
}

/** What to tell people about an error that ended a run. */
export function toFailure(error: unknown): DeploymentFailure {
  if (error instanceof RunFailure) {
    return error.failure;
  }
  if (error instanceof StepLimitError) {
    return {
      code: 'time-limit',
      message: `Terraform took longer for its ${error.command} than is allowed and was stopped. What was applied is recorded; retry to finish it.`,
    };
  }
  if (error instanceof TerraformError && error.exitCode === 127) {
    return {
      code: 'terraform-missing',
      message:
        'Terraform could not be started on this machine. Ask the operator to install it, then retry.',
    };
  }
  if (error instanceof TerraformError && error.passing) {
    return {
      code: error.passing,
      message: passingMessages[error.passing],
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
