import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer.
 *
 * @param what - for the error, such as `the site to be live`
 * @param ask - resolves to undefined while it has to be asked again
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limitMs = 60_000,
  pauseMs = 25,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}`);
    }
    await sleep(pauseMs);
  }
}
