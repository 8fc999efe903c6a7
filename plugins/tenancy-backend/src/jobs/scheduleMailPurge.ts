import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MailsService } from '../services/MailsService';

/** Deletes old mails every few hours, in one process at a time. */
export async function scheduleMailPurge(
  scheduler: SchedulerService,
  mails: MailsService,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'tenancy-mail-purge',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 3 },
    fn: () => mails.purgeMails(new Date()),
  });
}
