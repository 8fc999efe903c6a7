import type { DeploymentKind } from '@freehold/plugin-sites-common';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { SiteOutputs } from '../database/SiteOutcomesStore';
import { approvalOfPresentPlan } from '../domain/Deployment';
import { servedDomains } from '../domain/domainRecords';
import type { DnsRecord } from '../domain/Site';
import { parseState } from '../state/parseState';
import {
  hashPlanFile,
  type TerraformWorkspace,
} from '../terraform/TerraformWorkspace';
import { ownershipRecords } from './checkDomains';
import { forgetDrift } from './checkDrift';
import type { Run, RunDependencies } from './Run';
import { RunFailure } from './runOutcome';
import { settleRun } from './settleRun';

function successOf(kind: DeploymentKind, outputs?: SiteOutputs): string {
  if (outputs) {
    return `The site is live at ${outputs.url}.`;
  }
  return kind === 'destroy'
    ? 'The site is gone.'
    : 'What was found is in the state now.';
}

/** Applies the plan file in the run directory and records what came of it. */
export async function applyDeployment(
  deps: RunDependencies,
  run: Run,
  workspace: TerraformWorkspace,
): Promise<void> {
  await workspace.apply(await run.stateAccess());
  const { kind } = run.deployment;
  const outputs = kind === 'apply' ? await readOutputs(deps, run) : undefined;
  if (kind === 'destroy') {
    await removePublished(deps, run);
  }
  run.log.say(successOf(kind, outputs));
  await settleRun(deps, {
    address: run.address,
    directory: run.directory,
    say: text => run.log.say(text),
  });
  await run.log.flush();
  await run.change(async (trx, it) => {
    const succeeded = await deps.deployments.move(trx, it, 'succeeded');
    await deps.planFiles.remove(trx, it);
    if (outputs) {
      await deps.outcomes.recordApplied(trx, succeeded, outputs);
    } else if (kind === 'destroy') {
      await deps.outcomes.recordDestroyed(trx, succeeded);
    }
    await forgetDrift(deps, trx, succeeded);
    await deps.audit.deploymentEnded(trx, succeeded);
    await deps.notices.succeeded(trx, succeeded);
    return succeeded;
  });
}

/**
 * Puts the plan file that was approved into the run directory.
 *
 * @throws RunFailure when it is not the approved one to the byte
 */
export async function restorePlanFile(
  deps: RunDependencies,
  run: Run,
): Promise<void> {
  const planFile = await deps.database.transaction(run.address.tenant, trx =>
    deps.planFiles.find(trx, run.deployment),
  );
  const approval = approvalOfPresentPlan(run.deployment);
  if (!planFile || hashPlanFile(planFile) !== approval?.planHash) {
    throw new RunFailure({
      code: 'plan-changed',
      message:
        'The stored plan is not the one that was approved, so nothing was applied. Retry to plan again.',
    });
  }
  await fs.writeFile(run.directory.planFile, planFile, { mode: 0o600 });
}

/** From the state itself: it is here already, and asking Terraform takes time. */
async function readOutputs(
  deps: RunDependencies,
  run: Run,
): Promise<SiteOutputs> {
  const state = await deps.states.read(run.address);
  const { outputs } = parseState(state ?? Buffer.from('null'));
  const endpoints = outputs.endpoints.value as string[];
  // None where the portal sets them itself.
  const dnsRecords = outputs.dns_records.value as DnsRecord[];
  return {
    url: endpoints[0],
    healthUrl: outputs.health_url.value as string,
    costLabels: outputs.cost_labels.value as Record<string, string>,
    dnsRecords:
      dnsRecords.length > 0
        ? [...dnsRecords, ...(await ownershipRecords(deps, run))]
        : [],
    servedDomains: servedDomains(run.deployment.desired.domains, endpoints),
  };
}

/** An apply that was killed may have published what no state ever knew. */
async function removePublished(deps: RunDependencies, run: Run): Promise<void> {
  const { tenant, desired } = run.deployment;
  await fs.rm(
    path.join(deps.settings.publishedDirectory, tenant, desired.name),
    { recursive: true, force: true },
  );
}
