import { InputError } from '@backstage/errors';
import {
  findTagSchemaProblems,
  misspeltTag,
} from '../tags/findTagSchemaProblems';
import type { AllocationRule, RuleSet } from './RuleSet';
import { ruleSetSchema } from './ruleSetSchema';

/** One thing that is wrong in a rule set. */
export interface RuleSetProblem {
  /** Id of the rule, where it is one rule's and the rule has an id. */
  rule?: string;
  /** Where it is: `rules[3].effect.split.weights.acme`. */
  at: string;
  /** What is wrong, and what to do. */
  message: string;
}

/** A rule set that cannot be used. Says of each rule what to change. */
export class InvalidRuleSetError extends InputError {
  constructor(readonly problems: readonly RuleSetProblem[]) {
    const [{ rule, at, message }] = problems;
    const others = problems.length - 1;
    super(
      `${rule ? `Rule ${rule}: ` : ''}${at} ${message}.${
        others > 0 ? ` ${others} more to change.` : ''
      }`,
    );
  }
}

/**
 * A rule set from JSON.
 *
 * @throws InvalidRuleSetError
 */
export function parseRuleSet(json: unknown): RuleSet {
  const parsed = ruleSetSchema.safeParse(json);
  const problems = parsed.success
    ? findProblems(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({
        rule: ruleIdAt(json, path),
        at: pathText(path) || 'The rule set',
        message,
      }));
  if (!parsed.success || problems.length > 0) {
    throw new InvalidRuleSetError(problems);
  }
  return parsed.data;
}

function findProblems({ rules, tagSchema }: RuleSet): RuleSetProblem[] {
  const taken = new Set<string>();
  const ofRules = rules.flatMap((rule, index): RuleSetProblem[] => {
    const at = `rules[${index}]`;
    const isTaken = taken.has(rule.id);
    taken.add(rule.id);
    return [
      ...(isTaken
        ? [
            {
              at: `${at}.id`,
              message: 'is the id of an earlier rule: choose another',
            },
          ]
        : []),
      ...tagsOf(rule).flatMap(tag => {
        const message = misspeltTag(tag, tagSchema);
        return message ? [{ at, message }] : [];
      }),
    ].map(problem => ({ rule: rule.id, ...problem }));
  });
  return [...ofRules, ...findTagSchemaProblems(tagSchema)];
}

function tagsOf({ conditions, effect }: AllocationRule): string[] {
  return [
    ...conditions.flatMap(({ tag }) => tag ?? []),
    ...Object.values(effect.set ?? {}).flatMap(source =>
      'tag' in source ? source.tag : [],
    ),
  ];
}

function ruleIdAt(
  json: unknown,
  [list, index]: readonly PropertyKey[],
): string | undefined {
  if (list !== 'rules' || typeof index !== 'number') {
    return undefined;
  }
  const id: unknown = (json as { rules: { id?: unknown }[] }).rules[index]?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Where something is, `rules[3].effect`; empty for the whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
