import type { AllocationKey } from './AllocationKey';
import { compilePattern } from './compilePattern';
import type { AllocationCondition } from './RuleSet';

/** A test for charges of which all the conditions hold; no condition always holds. */
export function compileConditions(
  conditions: readonly AllocationCondition[],
): (key: AllocationKey) => boolean {
  const tests = conditions.map(compileCondition);
  return key => tests.every(test => test(key));
}

function compileCondition(
  condition: AllocationCondition,
): (key: AllocationKey) => boolean {
  const { on, tag, not = false } = condition;
  const patterns = condition.anyOf.map(compilePattern);
  return key => {
    const text = on === 'tag' ? tagOf(key.tags, tag ?? '') : key[on];
    const found = text?.toLowerCase();
    const holds =
      found !== undefined && patterns.some(matches => matches(found));
    return holds !== not;
  };
}

/** The value of a tag, and never what every object has, such as `constructor`. */
export function tagOf(
  tags: Readonly<Record<string, string>>,
  key: string,
): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined;
}
