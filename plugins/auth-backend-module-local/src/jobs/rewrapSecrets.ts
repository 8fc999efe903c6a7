import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { TotpSecrets } from '../services/TotpSecrets';

/** Has outdated keys replaced soon after a start and daily. */
export async function scheduleRewrap(
  scheduler: SchedulerService,
  secrets: TotpSecrets,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'local-rewrap-secrets',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 2 },
    fn: signal => secrets.rewrapOutdated(signal),
  });
}
