import { distance } from 'fastest-levenshtein';

/** One slip is likely in so many letters; two that are swapped are two slips. */
const LETTERS_PER_SLIP = 3;

/**
 * The one text that somebody who wrote `written` may have meant, upper and
 * lower case being the same; none where two are as near, or none is near.
 */
export function nearestOf(
  written: string,
  candidates: readonly string[],
): string | undefined {
  const most = Math.ceil(written.length / LETTERS_PER_SLIP);
  const [nearest, next] = candidates
    .map(candidate => ({
      candidate,
      slips: distance(written.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return nearest && nearest.slips !== next?.slips
    ? nearest.candidate
    : undefined;
}
