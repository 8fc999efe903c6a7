import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { createHash } from 'node:crypto';
import type { Deployment, Plan } from '../domain/Deployment';
import { keepRepairable } from '../domain/readDrift';
import type { TerraformWorkspace } from '../terraform/TerraformWorkspace';
import { assertNotCancelled } from './planDeployment';
import type { Run, RunDependencies } from './Run';
import { settleRun } from './settleRun';

/**
 * Looks what became of a site, and keeps the plan that would take it over into
 * the state. The run's token lets nothing be written.
 */
export async function checkDrift(
  deps: RunDependencies,
  run: Run,
  workspace: TerraformWorkspace,
): Promise<void> {
  const access = await run.stateAccess();
  const looked = await workspace.plan(access, 'refresh-only');
  run.watch.assertRunning();
  const base = await deps.states.describe(run.address);
  const plan =
    looked.plan.changes.length === 0
      ? looked.plan
      : keepRepairable(
          looked.plan,
          (await workspace.plan(access, 'apply')).plan,
        );
  run.watch.assertRunning();
  run.log.say(
    plan.changes.length === 0
      ? 'The site is as it was brought about.'
      : `The site has drifted: ${plan.changes.map(it => it.address).join(', ')}.`,
  );
  await settleRun(deps, {
    address: run.address,
    directory: run.directory,
    say: text => run.log.say(text),
  });
  await run.log.flush();
  await run.change(async (trx, it) => {
    assertNotCancelled(run, it);
    const checked = await deps.deployments.move(trx, it, 'succeeded', {
      plan,
      planHash: looked.planHash,
      planBase: base && { serial: base.serial, lineage: base.lineage },
    });
    await recordFinding(deps, trx, checked, plan, looked.planFile);
    return checked;
  });
}

async function recordFinding(
  deps: RunDependencies,
  trx: TenantTransaction,
  check: Deployment,
  plan: Plan,
  planFile: Buffer,
): Promise<void> {
  const isDrifted = plan.changes.length > 0;
  const { isNew, earlierCheckId } = await deps.drift.recordChecked(
    trx,
    check,
    isDrifted ? digestOf(plan) : undefined,
  );
  if (earlierCheckId) {
    await deps.planFiles.remove(trx, {
      tenant: check.tenant,
      deploymentId: earlierCheckId,
    });
  }
  if (isDrifted) {
    await deps.planFiles.save(trx, check, planFile);
  }
  if (isNew) {
    await deps.audit.driftFound(trx, check);
    await deps.notices.driftFound(trx, check);
  }
}

/** After a deployment that made site and state one again. */
export async function forgetDrift(
  deps: Pick<RunDependencies, 'drift' | 'planFiles'>,
  trx: TenantTransaction,
  site: { tenant: string; siteId: string },
): Promise<void> {
  const checkId = await deps.drift.forget(trx, site);
  if (checkId) {
    await deps.planFiles.remove(trx, {
      tenant: site.tenant,
      deploymentId: checkId,
    });
  }
}

function digestOf({ changes }: Plan): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex');
}
