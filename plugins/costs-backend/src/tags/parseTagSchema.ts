import { InputError } from '@backstage/errors';
import { pathText } from '../allocation/parseRuleSet';
import { tagSchemaSchema } from '../allocation/ruleSetSchema';
import {
  findTagSchemaProblems,
  type TagSchemaProblem,
} from './findTagSchemaProblems';
import type { TagSchema } from './TagSchema';

/** A tag policy that cannot be used. Says at each place what to change. */
export class InvalidTagPolicyError extends InputError {
  constructor(readonly problems: readonly TagSchemaProblem[]) {
    const [{ at, message }] = problems;
    const others = problems.length - 1;
    super(`${at} ${message}.${others > 0 ? ` ${others} more to change.` : ''}`);
  }
}

/**
 * What tags there ought to be, from JSON.
 *
 * @throws InvalidTagPolicyError
 */
export function parseTagSchema(json: unknown): TagSchema {
  const parsed = tagSchemaSchema.safeParse(json);
  const problems = parsed.success
    ? findTagSchemaProblems(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({
        at: pathText(path) || 'The tag policy',
        message,
      }));
  if (!parsed.success || problems.length > 0) {
    throw new InvalidTagPolicyError(
      problems.map(({ at, message }) => ({
        at: at.replace(/^tagSchema\./, ''),
        message,
      })),
    );
  }
  return parsed.data;
}
