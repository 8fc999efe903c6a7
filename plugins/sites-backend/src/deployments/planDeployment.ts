import type { CheckFinding, Deployment, Plan } from '../domain/Deployment';
import { isPartOf } from '../domain/readPlan';
import { createRunToken } from '../state/runTokens';
import type { TerraformWorkspace } from '../terraform/TerraformWorkspace';
import type { Run, RunDependencies } from './Run';
import { RunFailure, RunStopped } from './runOutcome';
import { settleRun } from './settleRun';

/**
 * Plans, has the plan checked, and moves the deployment on.
 *
 * @returns whether the plan is to be applied now; otherwise it waits for an
 *   approval, and the run is over
 * @throws RunFailure when a check denies the plan
 */
export async function planDeployment(
  deps: RunDependencies,
  run: Run,
  workspace: TerraformWorkspace,
): Promise<boolean> {
  const { planHash, planFile, ...planned } = await workspace.plan(
    await run.stateAccess(),
    run.deployment.kind === 'destroy' ? 'destroy' : 'apply',
  );
  const plan = run.log.withoutSecrets(planned.plan);
  run.watch.assertRunning();
  const base = await deps.states.describe(run.address);
  const { findings, requiresApproval } = await deps.evaluation.evaluate({
    deployment: run.deployment,
    plan,
  });
  for (const finding of findings) {
    run.log.say(
      `Check ${finding.check} (${finding.effect}): ${finding.reason}`,
    );
  }
  const outcome = {
    plan,
    planHash,
    planBase: base && { serial: base.serial, lineage: base.lineage },
    checks: findings,
    requiresApproval,
  };
  const denial = denialOf(findings);
  if (denial) {
    await run.change((trx, it) => deps.deployments.change(trx, it, outcome));
    throw denial;
  }
  const approval = renewApproval(run.deployment, plan, planHash);
  if (requiresApproval && !approval) {
    run.log.say('The plan waits for the approval of the hosting team.');
    await wait(deps, run, outcome, planFile);
    return false;
  }
  if (approval) {
    run.log.say(
      `What is left to do is part of the plan that ${approval.by} approved.`,
    );
  }
  const { token, hash } = createRunToken();
  run.useToken(token);
  await run.change((trx, it) => {
    assertNotCancelled(run, it);
    return deps.deployments.move(trx, it, 'applying', {
      ...outcome,
      approval,
      runTokenHash: hash,
    });
  });
  return true;
}

function denialOf(findings: CheckFinding[]): RunFailure | undefined {
  const reasons = findings
    .filter(finding => finding.effect === 'deny')
    .map(finding => finding.reason);
  return reasons.length > 0
    ? new RunFailure({ code: 'denied', message: reasons.join(' ') })
    : undefined;
}

/**
 * After an interruption the rest is planned anew, under another hash. Staff
 * need not approve again what they have seen.
 */
function renewApproval(
  { approval, plan: approvedPlan }: Deployment,
  plan: Plan,
  planHash: string,
) {
  return approval?.decision === 'approved' &&
    approvedPlan &&
    isPartOf(plan, approvedPlan)
    ? { ...approval, planHash }
    : undefined;
}

/**
 * Lets go of everything first: once the deployment waits, an approval can put
 * it into the hands of another worker at any moment.
 */
async function wait(
  deps: RunDependencies,
  run: Run,
  planned: Partial<Deployment>,
  planFile: Buffer,
): Promise<void> {
  await settleRun(deps, {
    address: run.address,
    directory: run.directory,
    say: text => run.log.say(text),
  });
  await run.log.flush();
  await run.change(async (trx, it) => {
    assertNotCancelled(run, it);
    await deps.planFiles.save(trx, it, planFile);
    const waiting = await deps.deployments.move(trx, it, 'awaiting-approval', {
      ...planned,
      approval: undefined,
      approvalExpiresAt: new Date(
        Date.now() + deps.settings.approvalMilliseconds,
      ),
    });
    await deps.notices.approvalAsked(trx, waiting);
    return waiting;
  });
}

/** @throws RunStopped when it is to be cancelled since the run was last looked at */
export function assertNotCancelled(run: Run, present: Deployment): void {
  if (present.cancelRequestedAt) {
    run.watch.stop('cancel');
    throw new RunStopped();
  }
}
