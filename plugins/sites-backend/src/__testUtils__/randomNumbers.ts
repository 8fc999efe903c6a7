import { createHash } from 'node:crypto';

/**
 * The same numbers for the same seed, so that a trial that failed can be run
 * again.
 *
 * @returns a function that gives the next number from 0 up to 1
 */
export function randomNumbers(seed: number): () => number {
  let index = 0;
  return () => {
    const digest = createHash('sha256').update(`${seed}:${index++}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  };
}
