import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** PostgreSQL channel that tells of changed deployments and new log lines. */
export const DEPLOYMENTS_CHANNEL = 'freehold_deployments';

/**
 * Wakes whoever follows the deployment, in every process, once the transaction
 * commits. It carries ids only: listeners read the rows through their own door.
 */
export async function notifyDeploymentChanged(
  trx: TenantTransaction,
  tenant: string,
  deploymentId: string,
): Promise<void> {
  await trx.raw('select pg_notify(?, ?)', [
    DEPLOYMENTS_CHANNEL,
    `${tenant}/${deploymentId}`,
  ]);
}
