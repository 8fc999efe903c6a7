import { UNKNOWN } from '../PlannedResource';

/** Yes, no, or that nobody can tell before the plan is applied. */
export type Answer = boolean | typeof UNKNOWN;

export function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(UNKNOWN) ? UNKNOWN : false;
}

/** Of nothing, nothing holds: a setting nobody made protects nobody. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.length === 0 || answers.includes(false)) return false;
  return answers.includes(UNKNOWN) ? UNKNOWN : true;
}

export function not(answer: Answer): Answer {
  return answer === UNKNOWN ? UNKNOWN : !answer;
}
