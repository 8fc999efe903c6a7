import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import type { TenancyEntityProvider } from './provider/TenancyEntityProvider';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
/** Others are usually up within this time of a start. */
const QUIET_WAIT_MS = 4_000;

/**
 * Reconciles, again and again until it succeeds: at start the other plugins
 * may come up after the catalog does.
 */
export async function reconcileUntilDone(
  provider: TenancyEntityProvider,
  logger: LoggerService,
  signal: AbortSignal,
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      await provider.reconcile();
      return;
    } catch (error) {
      const log = wait < QUIET_WAIT_MS ? logger.debug : logger.warn;
      log.call(
        logger,
        `Could not read customers and sites for the catalog, trying again in ${wait} ms`,
        toError(error),
      );
    }
    await setTimeout(wait, undefined, { signal }).catch(() => {});
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}
