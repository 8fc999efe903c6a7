import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SiteStates, StateAddress } from '../state/SiteStates';
import type { RunDirectory } from '../terraform/RunDirectory';

/**
 * Cleans up after a run whose processes are gone, in the order that loses
 * nothing: takes over the state Terraform could not save, lets go of its lock,
 * and only then removes the run directory.
 */
export async function settleRun(
  deps: { states: SiteStates; logger: LoggerService },
  run: {
    address: StateAddress;
    directory: RunDirectory;
    say(text: string): void;
  },
): Promise<void> {
  const { address, directory, say } = run;
  const errored = await directory.readErroredState();
  if (errored) {
    if (await takeOver(deps.states, address, errored)) {
      say('Terraform could not save its last state; it was recovered.');
    } else {
      const file = await directory.setAside(errored);
      deps.logger.error(
        `Terraform left a state of site ${address.siteId} that does not follow the saved one. It was put aside in ${file}: compare them before the next change of the site.`,
      );
      say(
        'Terraform left a state that does not follow the saved one. It was put aside for the operators.',
      );
    }
  }
  if (await deps.states.releaseAfterRun(address)) {
    say('The lock on the state that the run left behind was released.');
  }
  await directory.remove();
}

async function takeOver(
  states: SiteStates,
  address: StateAddress,
  errored: Buffer,
): Promise<boolean> {
  try {
    return await states.adopt(address, errored);
  } catch (error) {
    // What is not a state at all, because its writing was cut short too, is
    // put aside as well.
    if (error instanceof Error && error.name === 'InputError') {
      return false;
    }
    throw error;
  }
}
