import type { AllocationCondition, AllocationRule } from '../api';

/** How a rule of the draft stands to what is in force. */
export type RuleChange = 'added' | 'changed' | 'moved' | 'off' | 'on' | 'same';

/** What a condition can look at, in the order in which it is offered. */
export const CONDITION_FIELDS = [
  'tag',
  'subAccountId',
  'subAccountName',
  'billingAccountId',
  'resourceName',
  'resourceId',
  'resourceType',
  'serviceName',
  'serviceCategory',
  'serviceProviderName',
  'regionId',
  'chargeCategory',
] as const satisfies readonly AllocationCondition['on'][];

/** In the order in which they are asked. */
export function inOrder(rules: readonly AllocationRule[]): AllocationRule[] {
  return [...rules].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Numbers rules by their places, with room between them. */
export function renumber(rules: readonly AllocationRule[]): AllocationRule[] {
  return rules.map((rule, place) => ({ ...rule, order: (place + 1) * 10 }));
}

/** The rules with one of them a place further up (-1) or down (1). */
export function moveRule(
  rules: readonly AllocationRule[],
  id: string,
  by: -1 | 1,
): AllocationRule[] {
  const moved = [...rules];
  const from = moved.findIndex(rule => rule.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= moved.length) return moved;
  [moved[from], moved[to]] = [moved[to], moved[from]];
  return renumber(moved);
}

/** The rules with this one in place of its old self, or at the end. */
export function putRule(
  rules: readonly AllocationRule[],
  rule: AllocationRule,
): AllocationRule[] {
  const isKnown = rules.some(({ id }) => id === rule.id);
  return renumber(
    isKnown
      ? rules.map(it => (it.id === rule.id ? rule : it))
      : [...rules, rule],
  );
}

/** An id for a new rule, made of its name. */
export function idFor(
  name: string,
  rules: readonly Pick<AllocationRule, 'id'>[],
): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'rule';
  const taken = new Set(rules.map(({ id }) => id));
  for (let next = 1; ; next++) {
    const id = next === 1 ? base : `${base}-${next}`;
    if (!taken.has(id)) return id;
  }
}

/** What the draft changes, by the id of its rules; and what it leaves out. */
export function compareRules(
  draft: readonly AllocationRule[],
  active: readonly AllocationRule[],
): { changes: Map<string, RuleChange>; removed: AllocationRule[] } {
  const before = new Map(active.map(rule => [rule.id, rule]));
  const kept = inOrder(active).filter(({ id }) =>
    draft.some(rule => rule.id === id),
  );
  const places = new Map(kept.map(({ id }, place) => [id, place]));
  const known = inOrder(draft).filter(({ id }) => before.has(id));
  const changes = new Map<string, RuleChange>();
  for (const rule of draft) {
    const old = before.get(rule.id);
    changes.set(
      rule.id,
      old
        ? changeOf(rule, old, places.get(rule.id) !== known.indexOf(rule))
        : 'added',
    );
  }
  return {
    changes,
    removed: inOrder(active).filter(
      ({ id }) => !draft.some(rule => rule.id === id),
    ),
  };
}

function changeOf(
  rule: AllocationRule,
  old: AllocationRule,
  isMoved: boolean,
): RuleChange {
  const says = ({ conditions, effect, name }: AllocationRule) =>
    JSON.stringify([name, conditions, effect]);
  if (says(rule) !== says(old)) return 'changed';
  if (rule.enabled !== old.enabled) return rule.enabled ? 'on' : 'off';
  return isMoved ? 'moved' : 'same';
}

/** A pattern that is like this text and no other. */
export function literalPattern(text: string): string {
  return text.replace(/[*?]/g, '\\$&');
}
