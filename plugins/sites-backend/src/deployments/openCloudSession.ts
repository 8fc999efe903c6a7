import { isError } from '@backstage/errors';
import type { CloudSession } from '../clouds/CloudSessions';
import { needsCredential } from '../domain/CloudCredential';
import { assertReferencesAllowed } from '../domain/secretReferences';
import type { Run, RunDependencies } from './Run';
import { RunFailure } from './runOutcome';

const NO_SESSION: CloudSession = { environment: {}, secrets: [] };

/**
 * Lets a run into the cloud of its site, with the credential the site was made
 * with, and keeps what it is let in with out of the log.
 *
 * @throws RunFailure saying what to do
 */
export async function openCloudSession(
  deps: RunDependencies,
  run: Run,
): Promise<CloudSession> {
  const { cloud, region, secretReferences } = run.deployment.desired;
  if (!needsCredential(cloud)) {
    return NO_SESSION;
  }
  const { tenant, siteId, deploymentId } = run.address;
  try {
    const owner = await deps.sessions.getOwner(tenant, siteId);
    assertReferencesAllowed(secretReferences, { tenant, owner });
    const session = await deps.sessions.open({
      tenant,
      deploymentId,
      cloud,
      region,
      owner,
      seconds: Math.ceil(deps.settings.timeLimitMilliseconds / 1_000),
    });
    run.hide(session.secrets);
    return session;
  } catch (error) {
    throw toRunFailure(error);
  }
}

function toRunFailure(error: unknown): unknown {
  if (!isError(error)) {
    return error;
  }
  const codes: Record<string, string> = {
    InputError: 'credentials',
    ConflictError: 'credentials',
    ServiceUnavailableError: 'cloud-unreachable',
  };
  const code = codes[error.name];
  return code ? new RunFailure({ code, message: error.message }) : error;
}
