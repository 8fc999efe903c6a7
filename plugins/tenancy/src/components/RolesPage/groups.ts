import type { RoleTable } from '../../api';

export type RoleAction = RoleTable['actions'][number];

/** The actions of a group that stand together, in the order of the table. */
export function groupActions(
  actions: readonly RoleAction[],
): { group: RoleAction['group']; actions: RoleAction[] }[] {
  const groups = [...new Set(actions.map(({ group }) => group))];
  return groups.map(group => ({
    group,
    actions: actions.filter(action => action.group === group),
  }));
}
