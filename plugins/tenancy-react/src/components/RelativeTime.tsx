import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';

const REFRESH_MS = 30_000;

/**
 * How long ago or ahead an instant is; the exact time and zone on hover. `at`
 * is an ISO 8601 instant.
 */
export function RelativeTime(props: { at: string }) {
  const { at } = props;
  const [now, setNow] = useState(() => DateTime.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(DateTime.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  const instant = DateTime.fromISO(at);
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {instant.toRelative({ base: DateTime.max(now, DateTime.now()) })}
    </time>
  );
}

/** An instant with date, time and zone, in the reader's locale. */
export function formatInstant(at: string): string {
  return DateTime.fromISO(at).toLocaleString(DateTime.DATETIME_FULL);
}
