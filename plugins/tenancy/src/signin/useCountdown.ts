import { useEffect, useMemo, useState } from 'react';

/** Seconds left of `seconds`, counted again whenever `cause` changes. */
export function useCountdown(seconds: number, cause: unknown): number {
  const [, setTicks] = useState(0);
  const endsAt = useMemo(
    () => ({ cause, at: Date.now() + seconds * 1000 }),
    [seconds, cause],
  );
  const secondsLeft = Math.max(0, Math.ceil((endsAt.at - Date.now()) / 1000));
  const isRunning = secondsLeft > 0;

  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setTicks(count => count + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);

  return secondsLeft;
}
