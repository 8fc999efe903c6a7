import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { AttemptsStore } from '../database/AttemptsStore';
import type { ChallengesStore } from '../database/ChallengesStore';
import type { KnownDevicesStore } from '../database/KnownDevicesStore';
import type { PasswordLinksStore } from '../database/PasswordLinksStore';
import type { SessionsStore } from '../database/SessionsStore';
import type { SessionLimits } from '../domain/sessions';

/** Deletes sessions, tokens, links and counters that no longer mean anything. */
export async function schedulePurge(
  scheduler: SchedulerService,
  stores: {
    attempts: AttemptsStore;
    challenges: ChallengesStore;
    devices: KnownDevicesStore;
    links: PasswordLinksStore;
    sessions: SessionsStore;
  },
  limits: SessionLimits,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'freehold-local-purge',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    fn: async () => {
      const now = new Date();
      const idleSince = new Date(now.getTime() - limits.idleMs);
      await stores.sessions.deleteExpired(idleSince, now);
      await stores.links.deleteExpired(now);
      await stores.attempts.deleteForgotten(now);
      await stores.challenges.deleteExpired(now);
      await stores.devices.deleteExpired(now);
    },
  });
}
