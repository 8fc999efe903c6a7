import { useEffect, useRef, useState } from 'react';

const LOOK_AGAIN_MS = 5_000;

/**
 * Whole minutes until an instant, rounded up.
 *
 * @param until - ISO 8601
 * @param onOver - called once when it has come
 */
export function useMinutesLeft(until: string, onOver: () => void): number {
  const [now, setNow] = useState(() => Date.now());
  const over = useRef(onOver);
  over.current = onOver;
  const leftMs = Date.parse(until) - now;
  const isOver = leftMs <= 0;
  useEffect(() => {
    if (isOver) {
      over.current();
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  return Math.max(0, Math.ceil(leftMs / 60_000));
}
