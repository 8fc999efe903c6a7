import type { Plan, PlannedResource } from '../api';

type Kind = PlannedResource['kind'];
type Change = Exclude<PlannedResource['action'], 'keep'>;

/** What a plan does to things of one kind, as people are told it. */
export interface PlanStatement {
  kind: Kind;
  action: Change;
  count: number;
  /** Whether what is stored there is lost. */
  isLoss: boolean;
  /** Whether a last copy of what goes is kept. */
  leavesCopy: boolean;
  /** Names that people know things by, of the kinds they know by name. */
  names: string[];
  sizes: { from: string; to: string }[];
  /** Whether the internet would reach any, where it should not. */
  isPublic: boolean;
  /** Whether any would keep what it holds in clear. */
  isClear: boolean;
}

const HOLDING: readonly Kind[] = ['database', 'bucket', 'volume'];
const NAMED: readonly Kind[] = ['database', 'bucket', 'dns-record'];

/** What people look for first stands first. */
const KINDS: readonly Kind[] = [
  'database',
  'bucket',
  'volume',
  'content',
  'service',
  'instance',
  'load-balancer',
  'certificate',
  'dns-record',
  'secret',
  'network-rule',
  'network',
  'permission',
  'setting',
  'log',
  'other',
];
const ACTIONS: readonly Change[] = [
  'destroy',
  'replace',
  'forget',
  'update',
  'create',
];

/** A plan as statements: losses first, then what goes, changes and comes. */
export function planStatements(plan: Plan): PlanStatement[] {
  const groups = new Map<string, PlannedResource[]>();
  for (const resource of resourcesOf(plan)) {
    if (resource.action === 'keep') continue;
    const key = `${resource.kind} ${resource.action}`;
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  return [...groups.values()].map(toStatement).sort(byUrgency);
}

/** How much of what there is stays as it is. */
export function countKept({ resources = [] }: Plan): number {
  return resources.filter(({ action }) => action === 'keep').length;
}

/** Plans of before there was a normalised view have their changes only. */
function resourcesOf({ resources, changes }: Plan): PlannedResource[] {
  return (
    resources ??
    changes.map(({ address, type, action }) => ({
      address,
      type,
      kind: 'other' as const,
      action,
      unknown: [],
    }))
  );
}

function toStatement(resources: PlannedResource[]): PlanStatement {
  const [{ kind, action }] = resources;
  const isGone = action === 'destroy' || action === 'replace';
  const isHolding = HOLDING.includes(kind);
  const leavesCopy =
    isGone && resources.every(({ before }) => before?.leavesSnapshot === true);
  const holdsNothing = resources.every(
    ({ before }) => before?.holdsData === false,
  );
  return {
    kind,
    action: action as Change,
    count: resources.length,
    isLoss: isGone && isHolding && !holdsNothing && !leavesCopy,
    leavesCopy,
    names: NAMED.includes(kind) ? resources.flatMap(nameOf) : [],
    sizes: resources.flatMap(sizeChangeOf),
    isPublic:
      isHolding && resources.some(({ after }) => after?.public === true),
    isClear:
      isHolding && resources.some(({ after }) => after?.encrypted === false),
  };
}

function nameOf({ after, before }: PlannedResource): string[] {
  const name = after?.name ?? before?.name;
  return name ? [name] : [];
}

function sizeChangeOf({ before, after }: PlannedResource) {
  return before?.size && after?.size && before.size !== after.size
    ? [{ from: before.size, to: after.size }]
    : [];
}

function byUrgency(left: PlanStatement, right: PlanStatement): number {
  return (
    Number(right.isLoss) - Number(left.isLoss) ||
    ACTIONS.indexOf(left.action) - ACTIONS.indexOf(right.action) ||
    KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind)
  );
}
