import type { SchedulerService } from '@backstage/backend-plugin-api';
import type {
  EnvelopeCipher,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import {
  listOutdatedMails,
  replaceSealedParameters,
} from '../database/mailsStore';
import { MailParameters } from '../mail/MailParameters';

const BATCH_SIZE = 200;

interface RewrapOptions {
  database: TenantDatabase;
  cipher: EnvelopeCipher;
}

/** Has outdated keys replaced soon after a start and daily. */
export async function scheduleMailRewrap(
  scheduler: SchedulerService,
  options: RewrapOptions,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tenancy-rewrap-mails',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 2 },
    fn: signal => rewrapMails(options, signal),
  });
}

/**
 * Wraps by the present key what an older one wrapped, so that the older one can
 * leave `tenancy.encryption.keys` before mails that are kept are over.
 */
export async function rewrapMails(
  { database, cipher }: RewrapOptions,
  signal?: AbortSignal,
): Promise<void> {
  const parameters = MailParameters.create(cipher);
  for (;;) {
    const outdated = await database.acrossTenants(
      'find what an older key wrapped',
      trx => listOutdatedMails(trx, parameters.presentPrefix, BATCH_SIZE),
    );
    if (outdated.length === 0) {
      return;
    }
    for (const { sealed, ...key } of outdated) {
      signal?.throwIfAborted();
      const rewrapped = await parameters.rewrap(key, sealed);
      if (rewrapped) {
        await database.transaction(key.tenant, trx =>
          replaceSealedParameters(trx, key, sealed, rewrapped),
        );
      }
    }
  }
}
