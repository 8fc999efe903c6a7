import { useEffect, useState } from 'react';

/** Seconds left of `seconds`, counted again whenever `cause` changes. */
export function useCountdown(seconds: number, cause: unknown): number {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    setNow(Date.now());
    setEndsAt(Date.now() + seconds * 1000);
    if (seconds === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    const stop = setTimeout(() => clearInterval(timer), (seconds + 1) * 1000);
    return () => {
      clearInterval(timer);
      clearTimeout(stop);
    };
  }, [seconds, cause]);

  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}
