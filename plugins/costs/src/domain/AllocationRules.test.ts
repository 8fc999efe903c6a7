import type { AllocationRule } from '../api';
import {
  compareRules,
  idFor,
  literalPattern,
  moveRule,
  putRule,
} from './AllocationRules';
import { readSuggestion, writeSuggestion } from './ruleSuggestion';

const rule = (
  id: string,
  order: number,
  changes: Partial<AllocationRule> = {},
): AllocationRule => ({
  id,
  name: id,
  order,
  enabled: true,
  conditions: [],
  effect: { kind: 'direct', set: { tenant: { value: 'acme' } } },
  ...changes,
});
const ids = (rules: readonly AllocationRule[]) =>
  rules.map(({ id, order }) => [id, order]);

describe('AllocationRules', () => {
  it('moves a rule past its neighbour, and not past the ends', () => {
    const rules = [rule('a', 10), rule('b', 20), rule('c', 30)];
    expect(ids(moveRule(rules, 'c', -1))).toEqual([
      ['a', 10],
      ['c', 20],
      ['b', 30],
    ]);
    expect(moveRule(rules, 'a', -1)).toEqual(rules);
    expect(moveRule(rules, 'c', 1)).toEqual(rules);
  });

  it('puts a rule in its old place, or at the end', () => {
    const rules = [rule('a', 10), rule('b', 20)];
    expect(putRule(rules, rule('a', 0, { name: 'A' }))[0]).toMatchObject({
      name: 'A',
      order: 10,
    });
    expect(ids(putRule(rules, rule('c', 0)))).toContainEqual(['c', 30]);
  });

  it('makes ids of names that no other rule has', () => {
    expect(idFor('Datenbanken für Müller & Söhne', [])).toBe(
      'datenbanken-fur-muller-sohne',
    );
    expect(idFor('Databases', [{ id: 'databases' }])).toBe('databases-2');
    expect(idFor('数据库', [])).toBe('rule');
  });

  it('tells what a draft changes, and what it leaves out', () => {
    const active = [rule('a', 10), rule('b', 20), rule('c', 30), rule('d', 40)];
    const { changes, removed } = compareRules(
      [
        rule('c', 10),
        rule('a', 20),
        rule('b', 30, { enabled: false }),
        rule('e', 40),
      ],
      active,
    );
    expect(Object.fromEntries(changes)).toEqual({
      a: 'moved',
      b: 'off',
      c: 'moved',
      e: 'added',
    });
    expect(removed.map(({ id }) => id)).toEqual(['d']);
  });

  it('suggests a rule for a value and nothing that is like it', () => {
    expect(literalPattern('a*b?')).toBe('a\\*b\\?');
    expect(readSuggestion(writeSuggestion('tag', 'web*', 'team'))).toEqual({
      on: 'tag',
      tag: 'team',
      anyOf: ['web\\*'],
    });
    expect(
      readSuggestion(new URLSearchParams('rule=new&on=nonsense&value=a')),
    ).toBeUndefined();
  });
});
