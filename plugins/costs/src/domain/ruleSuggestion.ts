import type { AllocationCondition } from '../api';
import { CONDITION_FIELDS, literalPattern } from './AllocationRules';

/** The address of a new rule for what a row is about; empty where it has nothing. */
export function writeSuggestion(
  on: AllocationCondition['on'],
  value: string,
  tag?: string,
): URLSearchParams {
  return new URLSearchParams({ rule: 'new', on, value, ...(tag && { tag }) });
}

/** The condition that an address suggests for a new rule. */
export function readSuggestion(
  params: URLSearchParams,
): AllocationCondition | undefined {
  const on = CONDITION_FIELDS.find(field => field === params.get('on'));
  const value = params.get('value');
  if (params.get('rule') !== 'new' || !on || !value) return undefined;
  return {
    on,
    anyOf: [literalPattern(value)],
    ...(on === 'tag' && { tag: params.get('tag') ?? '' }),
  };
}
