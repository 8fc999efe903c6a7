const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;

/** A mail that could not be sent for so long has failed. */
export const GIVE_UP_AFTER_MS = 24 * HOUR;

/**
 * How long to wait after so many attempts: half a minute at first, doubling up
 * to an hour.
 *
 * @param attempts - made so far, 1 or more
 * @returns milliseconds
 */
export function delayAfterAttempts(attempts: number): number {
  // 2 ** 20 half minutes are beyond the limit anyway.
  return Math.min(30 * SECOND * 2 ** Math.min(attempts - 1, 20), HOUR);
}
