import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { SecretsStore } from '../database/SecretsStore';

const SECRETS_PER_BATCH = 200;

/** Has `rewrap` run soon after a start and daily, in one process at a time. */
export async function scheduleRewrap(
  scheduler: SchedulerService,
  rewrap: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'sites-rewrap-secrets',
    frequency: { hours: 24 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 2 },
    fn: rewrap,
  });
}

/**
 * Wraps by the present key-encryption key what an older one wrapped, so that
 * the older one can leave `tenancy.encryption.keys`.
 */
export async function rewrapSecrets(
  options: {
    database: TenantDatabase;
    secrets: SecretsStore;
    logger: LoggerService;
  },
  signal?: AbortSignal,
): Promise<void> {
  const { database, secrets, logger } = options;
  let rewrapped = 0;
  for (;;) {
    const outdated = await database.acrossTenants(
      'find what an older key wrapped',
      trx => secrets.listOutdated(trx, SECRETS_PER_BATCH),
    );
    if (outdated.length === 0) {
      break;
    }
    for (const secret of outdated) {
      signal?.throwIfAborted();
      await database.transaction(secret.tenant, trx =>
        secrets.rewrap(trx, secret),
      );
      rewrapped += 1;
    }
  }
  if (rewrapped > 0) {
    logger.info(
      `Wrapped ${rewrapped} states, plans and credentials by the present key. Keys after it in tenancy.encryption.keys are not needed any more.`,
    );
  }
}
