import { UNKNOWN } from '../PlannedResource';
import type { Answer } from './answers';

/** Conditions by which AWS counts a policy for everybody as not public. */
const NARROWING = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
]);
const EQUAL =
  /^(?:StringEquals|StringEqualsIgnoreCase|ArnEquals|ArnLike|IpAddress)$/;

/**
 * Whether a policy lets anybody in. Of one with conditions that cannot be
 * judged here nobody can tell.
 *
 * @param text - JSON, as AWS takes it
 */
export function isPublicPolicy(text: string): Answer {
  let answer: Answer = false;
  for (const statement of statementsOf(text) ?? [UNKNOWN]) {
    if (statement === UNKNOWN) return UNKNOWN;
    if (statement.Effect !== 'Allow' || !isForEverybody(statement)) continue;
    if (!statement.Condition) return true;
    if (!isNarrowed(statement.Condition)) answer = UNKNOWN;
  }
  return answer;
}

function statementsOf(text: string): any[] | undefined {
  try {
    const { Statement } = JSON.parse(text);
    return Statement === undefined ? [] : [Statement].flat();
  } catch {
    return undefined;
  }
}

/** Who is left out by NotPrincipal leaves everybody else in. */
function isForEverybody({ Principal, NotPrincipal }: any): boolean {
  if (NotPrincipal !== undefined) return true;
  if (typeof Principal !== 'object' || Principal === null) {
    return Principal === '*';
  }
  return Object.values(Principal).flat().includes('*');
}

function isNarrowed(condition: Record<string, Record<string, unknown>>) {
  return Object.entries(condition).some(
    ([operator, keys]) =>
      EQUAL.test(operator) &&
      Object.entries(keys).some(
        ([key, value]) =>
          NARROWING.has(key.toLowerCase()) &&
          [value].flat().every(each => isFixed(String(each))),
      ),
  );
}

function isFixed(value: string): boolean {
  return !/[*?]|^$|\/0$/.test(value);
}
