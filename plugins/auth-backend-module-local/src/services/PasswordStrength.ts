import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core';
import {
  adjacencyGraphs,
  dictionary as commonDictionary,
} from '@zxcvbn-ts/language-common';
import {
  dictionary as englishDictionary,
  translations,
} from '@zxcvbn-ts/language-en';

export interface PasswordRating {
  /** 0 (guessed at once) to 4 (very hard to guess). */
  score: number;
  /** What would make it better; one sentence each, for people. */
  feedback: string[];
  acceptable: boolean;
}

const SHORTEST = 10;
const LOWEST_SCORE = 3;

zxcvbnOptions.setOptions({
  dictionary: { ...commonDictionary, ...englishDictionary },
  graphs: adjacencyGraphs,
  translations,
});

/**
 * Rates how hard a password is to guess for somebody who knows its owner.
 *
 * @param context - the owner's name, e-mail, customer and the like
 */
export function ratePassword(
  password: string,
  context: readonly string[],
): PasswordRating {
  const { score, feedback } = zxcvbn(password, wordsOf(context));
  const isTooShort = password.length < SHORTEST;
  const acceptable = score >= LOWEST_SCORE && !isTooShort;
  return {
    score,
    acceptable,
    feedback: [
      ...(isTooShort ? [`Use at least ${SHORTEST} characters.`] : []),
      ...(feedback.warning ? [feedback.warning] : []),
      ...feedback.suggestions,
      ...(acceptable
        ? []
        : ['Several unrelated words, not your name or company, work well.']),
    ],
  };
}

function wordsOf(context: readonly string[]): string[] {
  const texts = context.map(text => text.toLowerCase());
  const words = texts.flatMap(text => text.split(/[^\p{L}\p{N}]+/u));
  return [...texts, ...words].filter(word => word.length > 2);
}
