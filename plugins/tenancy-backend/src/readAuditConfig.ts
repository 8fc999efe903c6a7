import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { RetentionTimes } from './services/AuditRetention';

/** Settings of the audit trail. */
export interface AuditConfig {
  retention: RetentionTimes;
  checkFrequency: HumanDuration;
}

/** Reads `tenancy.audit`. */
export function readAuditConfig(config: Config): AuditConfig {
  const duration = (name: string, fallback: HumanDuration) => {
    const key = `tenancy.audit.${name}`;
    return config.has(key) ? readDurationFromConfig(config, { key }) : fallback;
  };
  const time = (name: string, fallback: HumanDuration) =>
    durationToMilliseconds(duration(`retention.${name}`, fallback));
  return {
    retention: {
      change: time('changes', { years: 7 }),
      'sign-in': time('signIns', { years: 1 }),
      refusal: time('refusals', { years: 1 }),
    },
    checkFrequency: duration('check.frequency', { hours: 1 }),
  };
}
