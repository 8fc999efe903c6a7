/**
 * How often a deployment is taken up, for interruptions and for failures that
 * may pass alike, before someone has to look at it.
 */
export const MOST_ATTEMPTS = 6;

const LONGEST_MILLISECONDS = 15 * 60_000;
const FACTOR = 3;

/**
 * How long to wait before another attempt: three times as long each time, and
 * up to a fifth more, so that what failed together does not return together.
 *
 * @param attempts - how many there were; at least one
 * @param chance - from 0 to 1
 */
export function backoffMilliseconds(
  attempts: number,
  firstMilliseconds: number,
  chance: number,
): number {
  const wait = firstMilliseconds * FACTOR ** (attempts - 1);
  return Math.round(Math.min(wait, LONGEST_MILLISECONDS) * (1 + chance / 5));
}
