import { publishSiteChanged } from '../events';
import { endRunProcesses } from '../terraform/runProcesses';
import { TerraformWorkspace } from '../terraform/TerraformWorkspace';
import { applyDeployment, restorePlanFile } from './applyDeployment';
import { checkDomains } from './checkDomains';
import { checkDrift } from './checkDrift';
import { claimNextDeployment, type Claim } from './claimDeployment';
import { digestDirectory } from './digestDirectory';
import { endRun } from './endRun';
import { openCloudSession } from './openCloudSession';
import { planDeployment } from './planDeployment';
import { Run, type RunDependencies } from './Run';
import { RunFailure } from './runOutcome';
import { settleRun } from './settleRun';
import { stackInputs, stackOf } from './stackInputs';

/** A portal that is told to stop has ten seconds in all. */
const SHUTDOWN_GRACE_MILLISECONDS = 4_000;

/** A check changes nothing, so nothing is lost when it is ended early. */
const CHECK_GRACE_MILLISECONDS = 2_000;

/** Takes deployments from the queue to their end. */
export class DeploymentRunner {
  private readonly active = new Map<
    string,
    { run: Run; done: Promise<void> }
  >();
  private stopping = false;

  constructor(private readonly deps: RunDependencies) {}

  /** Deployments that run in this process right now. */
  isActive(deploymentId: string): boolean {
    return this.active.has(deploymentId);
  }

  /** Runs the deployment whose turn it is, if any waits. Never throws. */
  async runNext(): Promise<void> {
    if (this.stopping) {
      return;
    }
    try {
      const claim = await claimNextDeployment(this.deps);
      if (claim) {
        await this.runClaimed(claim);
      }
    } catch (error) {
      // The rows are as they were: recovery or the sweeper take it up again.
      this.deps.logger.error(`Could not run a deployment: ${error}`);
    }
  }

  private async runClaimed(claim: Claim): Promise<void> {
    const { deploymentId } = claim.deployment;
    const run = new Run(this.deps, claim.deployment);
    const done = this.drive(run, claim);
    this.active.set(deploymentId, { run, done });
    try {
      await done;
    } finally {
      this.active.delete(deploymentId);
    }
  }

  /** Stops what runs, puts it back into the queue, and takes up nothing more. */
  async stop(): Promise<void> {
    this.stopping = true;
    const runs = [...this.active.values()];
    runs.forEach(({ run }) => run.watch.stop('shutdown'));
    await Promise.allSettled(runs.map(({ done }) => done));
  }

  private async drive(run: Run, claim: Claim): Promise<void> {
    try {
      await this.toEnd(run, claim);
    } catch (error) {
      await endRun(this.deps, run, error);
    } finally {
      await run.close();
    }
    const { tenant, siteId } = run.address;
    await publishSiteChanged(this.deps.events, tenant, siteId);
    if (run.deployment.kind === 'check') {
      await this.wakeWaiting(run);
    }
    if (
      run.deployment.state === 'succeeded' &&
      run.deployment.kind === 'apply'
    ) {
      await this.deps.health.check({ tenant, siteId });
    }
  }

  /** The change of the site that a check held up, if there is one. */
  private async wakeWaiting({ address }: Run): Promise<void> {
    const { tenant, siteId } = address;
    const { activeDeploymentId } = await this.deps.database.transaction(
      tenant,
      trx => this.deps.runs.lockSite(trx, { tenant, siteId }),
    );
    if (activeDeploymentId) {
      await this.deps.queue.send(tenant, activeDeploymentId);
    }
  }

  private async toEnd(run: Run, claim: Claim): Promise<void> {
    run.useToken(claim.token);
    const { kind, state } = run.deployment;
    if (kind === 'accept' && state === 'planning') {
      throw new RunFailure({
        code: 'plan-changed',
        message:
          'The state of the site has changed since the drift was found, or the portal was interrupted. Check the site again: what is different then can be accepted.',
      });
    }
    if (claim.wasStale) {
      run.log.say(
        'The site has changed since the plan was approved, so it is planned again.',
      );
    }
    const workspace = await this.prepare(run);
    if (kind === 'check') {
      await checkDrift(this.deps, run, workspace);
    } else if (state === 'applying') {
      await restorePlanFile(this.deps, run);
      await applyDeployment(this.deps, run, workspace);
    } else if (await planDeployment(this.deps, run, workspace)) {
      await applyDeployment(this.deps, run, workspace);
    }
  }

  /** Fills the run directory, after making sure of what an earlier run left. */
  private async prepare(run: Run): Promise<TerraformWorkspace> {
    const { settings, contents, addresses } = this.deps;
    const { deployment, directory } = run;
    if (await directory.exists()) {
      await endRunProcesses(directory, settings.terraform);
      await settleRun(this.deps, {
        address: run.address,
        directory,
        say: text => run.log.say(text),
      });
    }
    const session = await openCloudSession(this.deps, run);
    const workspace = new TerraformWorkspace({
      settings: settings.terraform,
      directory,
      stack: stackOf(deployment),
      cloudEnvironment: session.environment,
      signal: run.watch.signal,
      killSignal: run.watch.killSignal,
      graceMilliseconds: () =>
        Math.min(
          settings.terraform.graceMilliseconds,
          run.watch.reason === 'shutdown'
            ? SHUTDOWN_GRACE_MILLISECONDS
            : Infinity,
          deployment.kind === 'check' ? CHECK_GRACE_MILLISECONDS : Infinity,
        ),
      onLine: (stream, line, source) => run.log.write(stream, line, source),
    });
    await workspace.create();
    if (deployment.kind !== 'destroy') {
      await contents.materialize(deployment, directory.content);
    }
    await workspace.configure(
      stackInputs(deployment, {
        publishedDirectory: settings.publishedDirectory,
        contentDirectory: directory.content,
        stackDirectory: directory.stack(stackOf(deployment)),
        release: await digestDirectory(directory.content),
        address: addresses.siteUrl({
          tenant: deployment.tenant,
          name: deployment.desired.name,
        }),
        domains: await checkDomains(this.deps, run),
        aws: settings.aws,
      }),
    );
    run.watch.assertRunning();
    await workspace.initialize(await run.stateAccess());
    return workspace;
  }
}
