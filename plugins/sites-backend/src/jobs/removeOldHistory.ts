import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { DeploymentLogStore } from '../database/DeploymentLogStore';
import type { StatesStore } from '../database/StatesStore';

const LOGS_PER_BATCH = 100;

/** How long history is kept. */
export interface Retention {
  /** Of logs, from the end of their deployment on. */
  logMilliseconds: number;
  /** Of versions of a state; the newest ones are kept however old they are. */
  stateMilliseconds: number;
  stateVersions: number;
}

/** What the removal works with. */
export interface RemovalOptions {
  database: TenantDatabase;
  log: Pick<DeploymentLogStore, 'listTooOld' | 'remove'>;
  stateVersions: Pick<StatesStore, 'listTenantsWithOld' | 'removeOld'>;
  retention: Retention;
  logger: LoggerService;
}

/** Has `remove` run every hour, in one process at a time. */
export async function scheduleRemoval(
  scheduler: SchedulerService,
  remove: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'sites-remove-old-history',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 3 },
    fn: remove,
  });
}

/**
 * Deletes logs and versions of states whose time is over. Finding is done
 * across tenants, deleting through each tenant's own door.
 */
export async function removeOldHistory(
  options: RemovalOptions,
  signal?: AbortSignal,
): Promise<void> {
  const logs = await removeLogs(options, signal);
  const versions = await removeVersions(options, signal);
  if (logs + versions > 0) {
    options.logger.info(
      `Removed ${logs} logs and ${versions} versions of states whose time was over`,
    );
  }
}

async function removeLogs(
  { database, log, retention }: RemovalOptions,
  signal?: AbortSignal,
): Promise<number> {
  const endedBefore = new Date(Date.now() - retention.logMilliseconds);
  let removed = 0;
  for (;;) {
    const due = await database.acrossTenants('find logs to remove', trx =>
      log.listTooOld(trx, endedBefore, LOGS_PER_BATCH),
    );
    for (const { tenant, deploymentId } of due) {
      signal?.throwIfAborted();
      await database.transaction(tenant, trx =>
        log.remove(trx, tenant, deploymentId),
      );
      removed += 1;
    }
    if (due.length < LOGS_PER_BATCH) {
      return removed;
    }
  }
}

async function removeVersions(
  { database, stateVersions, retention }: RemovalOptions,
  signal?: AbortSignal,
): Promise<number> {
  const since = new Date(Date.now() - retention.stateMilliseconds);
  const tenants = await database.acrossTenants(
    'find versions of states to remove',
    trx => stateVersions.listTenantsWithOld(trx, since),
  );
  let removed = 0;
  for (const tenant of tenants) {
    signal?.throwIfAborted();
    removed += await database.transaction(tenant, trx =>
      stateVersions.removeOld(trx, tenant, {
        since,
        versions: retention.stateVersions,
      }),
    );
  }
  return removed;
}
