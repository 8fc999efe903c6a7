import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { cloudsThatDrift } from '@freehold/plugin-sites-common';
import type {
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { DriftStore } from '../database/DriftStore';
import type { DriftChecksService } from '../services/DriftChecksService';

const ROUNDS_PER_HOUR = 60;

/** How many sites are looked at in a round, those passed over included. */
const CANDIDATES = 200;

/** What the turns are given out by. */
export interface DriftTurnsOptions {
  database: TenantDatabase;
  directory: Pick<TenantDirectory, 'findCustomers'>;
  drift: DriftStore;
  checks: Pick<DriftChecksService, 'checkInTurn'>;
  checksPerHour: number;
  /** How long a site waits for its next turn. */
  everyMilliseconds: number;
  logger: LoggerService;
}

/** Has {@link checkDriftInTurn} run every minute, in one process at a time. */
export async function scheduleDriftChecks(
  scheduler: SchedulerService,
  options: DriftTurnsOptions,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'sites-drift-checks',
    frequency: { minutes: 60 / ROUNDS_PER_HOUR },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: async signal => checkDriftInTurn(options, signal),
  });
}

/**
 * Begins the drift checks of this minute. They are spread over the hour, so that
 * clouds are asked evenly and somebody who asks for a check finds one left.
 */
export async function checkDriftInTurn(
  options: DriftTurnsOptions,
  signal?: AbortSignal,
): Promise<void> {
  const { database, directory, drift, checks, logger } = options;
  const due = await database.acrossTenants(
    'find sites whose drift check is due',
    trx =>
      drift.listDue(trx, {
        clouds: cloudsThatDrift,
        everyMilliseconds: options.everyMilliseconds,
        limit: CANDIDATES,
      }),
  );
  const customers = await directory.findCustomers([
    ...new Set(due.map(({ tenant }) => tenant)),
  ]);
  let left = Math.ceil(options.checksPerHour / ROUNDS_PER_HOUR);
  for (const { tenant, siteId } of due) {
    if (left === 0 || signal?.aborted) {
      return;
    }
    if (customers.get(tenant)?.state !== 'active') {
      await database.transaction(tenant, trx =>
        drift.passOver(trx, { tenant, siteId }),
      );
      continue;
    }
    try {
      if (!(await checks.checkInTurn(tenant, siteId))) {
        return;
      }
      left -= 1;
    } catch (error) {
      // Something came first; its turn comes again.
      logger.debug(`Site ${siteId} was not checked for drift: ${error}`);
    }
  }
}
