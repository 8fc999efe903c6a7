import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';
import { portalTranslationRef } from '../translation';

const REFRESH_MS = 30_000;
/** Below this, counting seconds says nothing, and clocks differ by as much. */
const NOW_MS = 5_000;

/**
 * How long ago or ahead an instant is; the exact time and zone on hover. `at`
 * is an ISO 8601 instant.
 */
export function RelativeTime(props: { at: string }) {
  const { at } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  const [now, setNow] = useState(() => DateTime.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(DateTime.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  const instant = DateTime.fromISO(at);
  const base = DateTime.max(now, DateTime.now());
  const isNow = Math.abs(base.diff(instant).toMillis()) < NOW_MS;
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {isNow ? t('time.now') : instant.toRelative({ base })}
    </time>
  );
}

/** An instant with date, time and zone, in the reader's locale. */
export function formatInstant(at: string): string {
  return DateTime.fromISO(at).toLocaleString(DateTime.DATETIME_FULL);
}
