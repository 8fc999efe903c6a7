import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import { toAmount } from '../domain/amounts';
import type { Deployment, DeploymentStep } from '../domain/Deployment';
import { toPriceLines } from './priceRows';

export const FINAL_STATES_SQL = `('succeeded', 'failed', 'cancelled')`;

/** Row of `deployments` to the domain's object. */
export function toDeployment(
  row: Record<string, any>,
  steps: DeploymentStep[],
): Deployment {
  return {
    tenant: row.tenant_id,
    deploymentId: row.deployment_id,
    siteId: row.site_id,
    kind: row.kind,
    state: row.state,
    // What was asked for before there was a specification, is a plain one.
    desired: { ...PLAIN_SPECIFICATION, ...row.desired },
    requestedBy: row.requested_by,
    retryOf: row.retry_of ?? undefined,
    price: {
      amount: toAmount(row.amount),
      currency: row.currency,
      priceVersion: row.price_version,
      lines: toPriceLines(row, row.desired.size),
    },
    priceBefore: row.price_before ?? undefined,
    plan: row.plan ?? undefined,
    planHash: row.plan_hash ?? undefined,
    planBase: row.plan_base ?? undefined,
    checks: row.checks,
    requiresApproval: row.requires_approval,
    approval: row.approval ?? undefined,
    approvalExpiresAt: row.approval_expires_at ?? undefined,
    voidedApproval: row.voided_approval ?? undefined,
    cancelRequestedAt: row.cancel_requested_at ?? undefined,
    cancelRequestedBy: row.cancel_requested_by ?? undefined,
    isCancelForced: row.is_cancel_forced,
    killedAt: row.killed_at ?? undefined,
    failure: row.failure_code
      ? { code: row.failure_code, message: row.failure_message }
      : undefined,
    workerId: row.worker_id ?? undefined,
    heartbeatAt: row.heartbeat_at ?? undefined,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    setback: row.setback ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at ?? undefined,
    logRemovedAt: row.log_removed_at ?? undefined,
    steps,
  };
}

/** The part of a deployment that changes while it runs, as columns. */
export type DeploymentChanges = Partial<
  Pick<
    Deployment,
    | 'plan'
    | 'planHash'
    | 'planBase'
    | 'checks'
    | 'requiresApproval'
    | 'approval'
    | 'failure'
    | 'workerId'
    | 'attempts'
    | 'cancelRequestedAt'
    | 'cancelRequestedBy'
    | 'isCancelForced'
    | 'killedAt'
    | 'nextAttemptAt'
    | 'setback'
    | 'approvalExpiresAt'
    | 'voidedApproval'
  > & {
    /** SHA-256 of the token Terraform shows to the state backend, hex. */
    runTokenHash: string;
    /** When a worker took it up; whose turn it is next depends on it. */
    claimedAt: Date;
  }
>;

const columnNames = {
  planHash: 'plan_hash',
  requiresApproval: 'requires_approval',
  workerId: 'worker_id',
  attempts: 'attempts',
  cancelRequestedAt: 'cancel_requested_at',
  cancelRequestedBy: 'cancel_requested_by',
  isCancelForced: 'is_cancel_forced',
  killedAt: 'killed_at',
  nextAttemptAt: 'next_attempt_at',
  approvalExpiresAt: 'approval_expires_at',
  runTokenHash: 'run_token_hash',
  claimedAt: 'claimed_at',
};

/** A key that is present and undefined clears its column. */
export function toColumns(changes: DeploymentChanges): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  const json = (value: unknown) =>
    value === undefined ? null : JSON.stringify(value);
  for (const [key, value] of Object.entries(changes)) {
    switch (key) {
      case 'plan':
      case 'approval':
      case 'checks':
      case 'setback':
        columns[key] = json(value);
        break;
      case 'planBase':
        columns.plan_base = json(value);
        break;
      case 'voidedApproval':
        columns.voided_approval = json(value);
        break;
      case 'failure':
        columns.failure_code = changes.failure?.code ?? null;
        columns.failure_message = changes.failure?.message ?? null;
        break;
      default:
        columns[columnNames[key as keyof typeof columnNames]] = value ?? null;
    }
  }
  return columns;
}
