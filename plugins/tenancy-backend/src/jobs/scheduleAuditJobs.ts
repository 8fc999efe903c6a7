import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { AuditRetention } from '../services/AuditRetention';
import type { AuditVerification } from '../services/AuditVerification';

/** Has the trails checked, and what is over cleared, by one process at a time. */
export async function scheduleAuditJobs(
  scheduler: SchedulerService,
  options: {
    verification: AuditVerification;
    retention: AuditRetention;
    checkFrequency: HumanDuration;
  },
): Promise<void> {
  const { verification, retention, checkFrequency } = options;
  await scheduler.scheduleTask({
    id: 'tenancy-audit-check',
    frequency: checkFrequency,
    timeout: { hours: 3 },
    initialDelay: { minutes: 1 },
    fn: signal => verification.checkTrails(signal),
  });
  await scheduler.scheduleTask({
    id: 'tenancy-audit-retention',
    frequency: { hours: 24 },
    timeout: { hours: 3 },
    initialDelay: { minutes: 10 },
    fn: signal => retention.clearOldEvents(signal),
  });
}
