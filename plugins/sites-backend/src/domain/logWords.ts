import { InputError } from '@backstage/errors';

const LONGEST_WORD = 64;
/** Of one line; what has more is data, which nobody searches by its words. */
const MOST_WORDS = 200;

/** The words by which lines of a log are found. */
export function wordsOfLine(line: string): string[] {
  return (line.toLocaleLowerCase('en-US').match(/[\p{L}\p{N}_]{2,}/gu) ?? [])
    .slice(0, MOST_WORDS)
    .map(word => word.slice(0, LONGEST_WORD));
}

/**
 * What is searched for in many logs: each is the beginning of a word.
 *
 * @throws InputError when there is nothing to search for
 */
export function searchTerms(text: string): string[] {
  const terms = [...new Set(wordsOfLine(text))];
  if (terms.length === 0) {
    throw new InputError(
      'A search needs a word, or the beginning of one, of at least two letters or digits.',
    );
  }
  return terms;
}
