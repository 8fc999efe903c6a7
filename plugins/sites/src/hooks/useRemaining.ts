import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** Milliseconds until an instant, counted down; none once it is past. */
export function useRemaining(until: string | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!until) return undefined;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [until]);
  return until ? Math.max(0, Date.parse(until) - now) : undefined;
}
