import type { PlanChange } from '../api';

/** What most needs a look stands first. */
const ACTIONS: readonly PlanChange['action'][] = [
  'destroy',
  'replace',
  'forget',
  'update',
  'create',
];

/** Changes that match, the gravest first, and by address among equals. */
export function filterChanges(
  changes: PlanChange[],
  filter: { action?: string; type?: string; search: string },
): PlanChange[] {
  const words = filter.search.trim().toLowerCase();
  return changes
    .filter(
      ({ action, type, name, address }) =>
        (!filter.action || filter.action === action) &&
        (!filter.type || filter.type === type) &&
        (address.toLowerCase().includes(words) ||
          name.toLowerCase().includes(words)),
    )
    .sort(
      (left, right) =>
        ACTIONS.indexOf(left.action) - ACTIONS.indexOf(right.action) ||
        (left.address < right.address ? -1 : 1),
    );
}

/** The types there are, with how many of each. */
export function countTypes(
  changes: PlanChange[],
): [type: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { type } of changes) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
}
