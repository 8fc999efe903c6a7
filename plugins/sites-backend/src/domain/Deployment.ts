import { ConflictError } from '@backstage/errors';
import {
  changesSite,
  isFinal,
  type DeploymentKind,
  type DeploymentState,
  type SitesComponents,
  type Specification,
} from '@freehold/plugin-sites-common';

export type Plan = SitesComponents['schemas']['Plan'];
export type CheckFinding = NonNullable<
  SitesComponents['schemas']['Deployment']['checks']
>[number];

/** One part of a price: how much of what, at which amount each. */
export type PriceLine = SitesComponents['schemas']['PriceLine'];

/** A monthly price: a decimal string, its currency and the version it is from. */
export interface Price {
  amount: string;
  currency: string;
  priceVersion: string;
  /** What it is made of; none once a site is to be no more. */
  lines: PriceLine[];
}

/** What a site shows; `files` and `bytes` describe an upload once unpacked. */
export type SiteContent =
  | { kind: 'starter' }
  | { kind: 'upload'; contentId: string; files: number; bytes: number };

/** What a site is to be once the deployment succeeded. */
export interface DesiredSite extends Specification {
  name: string;
  title: string;
  product: string;
  cloud: string;
  region: string;
  size: string;
  content: SiteContent;
}

/** The Terraform state a plan was made from; absent when there was none. */
export interface PlanBase {
  serial: number;
  lineage: string;
}

export interface Approval {
  decision: 'approved' | 'rejected';
  by: string;
  /** ISO 8601. */
  at: string;
  /** The plan this was about; an approval holds for no other. */
  planHash: string;
  reason?: string;
}

export interface DeploymentFailure {
  /** Stable and kebab-case, for programs. */
  code: string;
  /** For people; says what to do next. */
  message: string;
}

/** An approval that held no more, since the state moved on after it. */
export interface VoidedApproval {
  by: string;
  /** ISO 8601. */
  at: string;
  /** ISO 8601. */
  voidedAt: string;
}

export interface DeploymentStep {
  state: DeploymentState;
  at: Date;
}

/** One Terraform run for a site, from order to end. */
export interface Deployment {
  tenant: string;
  deploymentId: string;
  siteId: string;
  kind: DeploymentKind;
  state: DeploymentState;
  desired: DesiredSite;
  /** Entity ref of who asked for it. */
  requestedBy: string;
  /** The deployment this one repeats. */
  retryOf?: string;
  price: Price;
  /** What the site cost when this was asked for; absent for a new one. */
  priceBefore?: Price;
  plan?: Plan;
  /** SHA-256 of the plan file, hex. */
  planHash?: string;
  planBase?: PlanBase;
  checks: CheckFinding[];
  requiresApproval: boolean;
  approval?: Approval;
  /** While it waits for approval: until when. */
  approvalExpiresAt?: Date;
  voidedApproval?: VoidedApproval;
  cancelRequestedAt?: Date;
  cancelRequestedBy?: string;
  /** Terraform is not waited for any more. */
  isCancelForced: boolean;
  /** When Terraform was ended by force, if it was. */
  killedAt?: Date;
  failure?: DeploymentFailure;
  /** The process that drives it, while planning or applying. */
  workerId?: string;
  heartbeatAt?: Date;
  /**
   * How often a worker took it up since it was ordered or approved; more than
   * once after an interruption, or a failure that may pass.
   */
  attempts: number;
  /** While it is queued: not before this. */
  nextAttemptAt?: Date;
  /** What ended the last attempt, while another is to come. */
  setback?: DeploymentFailure;
  createdAt: Date;
  updatedAt: Date;
  finishedAt?: Date;
  /** When its log was deleted because its time was over. */
  logRemovedAt?: Date;
  steps: DeploymentStep[];
}

const nextStates: Record<DeploymentState, readonly DeploymentState[]> = {
  queued: ['planning', 'applying', 'failed', 'cancelled'],
  planning: [
    'queued',
    'awaiting-approval',
    'applying',
    // A check applies nothing.
    'succeeded',
    'failed',
    'cancelled',
  ],
  'awaiting-approval': ['queued', 'failed', 'cancelled'],
  applying: ['queued', 'succeeded', 'failed', 'cancelled'],
  succeeded: [],
  failed: [],
  cancelled: [],
};

/** States in which a worker holds the deployment. */
export const runningStates = ['planning', 'applying'] as const;

export function isRunning(state: DeploymentState): boolean {
  return (runningStates as readonly DeploymentState[]).includes(state);
}

/**
 * @throws ConflictError when a deployment in `from` cannot become `to`
 */
export function assertTransition(
  from: DeploymentState,
  to: DeploymentState,
): void {
  if (nextStates[from].includes(to)) {
    return;
  }
  throw new ConflictError(
    isFinal(from)
      ? `This deployment has ${describeEnd(from)} and changes no more. Retry it, or order a new change.`
      : `This deployment is ${from} now and cannot become ${to}. Look at it again.`,
  );
}

/** The approval that lets this deployment's present plan be applied, if any. */
export function approvalOfPresentPlan(
  deployment: Pick<Deployment, 'approval' | 'planHash'>,
): Approval | undefined {
  const { approval, planHash } = deployment;
  return approval?.decision === 'approved' && approval.planHash === planHash
    ? approval
    : undefined;
}

/**
 * @throws ConflictError unless the deployment failed or was cancelled, and was
 *   to change the site
 */
export function assertRetryable({
  kind,
  state,
}: Pick<Deployment, 'kind' | 'state'>): void {
  if (!changesSite(kind)) {
    throw new ConflictError(
      'What a check found may have changed since. Check the site for drift again instead.',
    );
  }
  if (state !== 'failed' && state !== 'cancelled') {
    throw new ConflictError(
      state === 'succeeded'
        ? 'This deployment succeeded, there is nothing to retry.'
        : `This deployment is still ${state}. Wait for its end, or cancel it first.`,
    );
  }
}

function describeEnd(state: DeploymentState): string {
  return state === 'cancelled' ? 'been cancelled' : state;
}
