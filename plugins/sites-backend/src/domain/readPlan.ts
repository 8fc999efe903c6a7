import { normalisePlan } from '@freehold/plugin-sites-node';
import type { Plan } from './Deployment';

type Change = Plan['changes'][number];
type Attribute = Change['attributes'][number];

const LONGEST_VALUE = 2_000;

/**
 * Turns the output of `terraform show -json <plan>` into what people and checks
 * see. Sensitive values are left out here, and nothing else of the output may
 * be kept: it holds them in plain text.
 *
 * @param shown - the parsed output
 */
export function readPlan(shown: any): Plan {
  const changes: Change[] = (shown.resource_changes ?? [])
    .map(toChange)
    .filter((change: Change | undefined) => change !== undefined);
  return {
    summary: summarize(changes),
    changes,
    resources: normalisePlan(shown),
  };
}

/** How many changes there are of each kind. */
export function summarize(changes: readonly Change[]): Plan['summary'] {
  const summary: Plan['summary'] = {
    create: 0,
    update: 0,
    replace: 0,
    destroy: 0,
  };
  for (const { action } of changes) {
    summary[action] = (summary[action] ?? 0) + 1;
  }
  return summary;
}

function toChange(resource: any): Change | undefined {
  const action = toAction(resource.change.actions);
  if (!action) {
    return undefined;
  }
  return {
    address: resource.address,
    type: resource.type,
    name: resource.name,
    action,
    attributes: readAttributes(resource.change),
  };
}

/** Reading data and leaving things alone change nothing. */
function toAction(actions: string[]): Change['action'] | undefined {
  if (actions.length === 2) {
    return 'replace';
  }
  const single = {
    create: 'create',
    update: 'update',
    delete: 'destroy',
    forget: 'forget',
  };
  return single[actions[0] as keyof typeof single] as
    Change['action'] | undefined;
}

/** One attribute per leaf that differs, by its path. */
function readAttributes(change: any): Attribute[] {
  const before = flatten(change.before);
  const after = flatten(change.after);
  const unknown = flatten(change.after_unknown);
  const sensitive = [
    ...markedPaths(change.before_sensitive),
    ...markedPaths(change.after_sensitive),
  ];
  const paths = new Set([...before.keys(), ...after.keys()]);
  for (const [path, isUnknown] of unknown) {
    if (isUnknown === true) paths.add(path);
  }
  const attributes: Attribute[] = [];
  for (const path of [...paths].sort()) {
    const attribute = toAttribute(path, {
      before: before.get(path),
      after: after.get(path),
      afterUnknown: unknown.get(path) === true,
      sensitive: sensitive.some(marked => isAtOrBelow(path, marked)),
    });
    if (attribute) {
      attributes.push(attribute);
    }
  }
  return attributes;
}

function toAttribute(
  path: string,
  value: {
    before: unknown;
    after: unknown;
    afterUnknown: boolean;
    sensitive: boolean;
  },
): Attribute | undefined {
  const { before, after, afterUnknown, sensitive } = value;
  const nothing = (before ?? undefined) === undefined && !afterUnknown;
  if (nothing && (after ?? undefined) === undefined) {
    return undefined;
  }
  if (!afterUnknown && before === after) {
    return undefined;
  }
  if (sensitive) {
    return { path, sensitive, ...(afterUnknown ? { afterUnknown } : {}) };
  }
  return {
    path,
    sensitive,
    ...(isPresent(before) ? { before: toText(before) } : {}),
    ...(isPresent(after) && !afterUnknown ? { after: toText(after) } : {}),
    ...(afterUnknown ? { afterUnknown } : {}),
  };
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function toText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters)`
    : text;
}

/** Leaves by path, such as `tags["a.b"]` or `ports[0]`. */
function flatten(
  value: unknown,
  path = '',
  leaves = new Map<string, unknown>(),
): Map<string, unknown> {
  const entries = entriesOf(value, path);
  if (!entries || entries.length === 0) {
    if (path !== '') leaves.set(path, entries ? JSON.stringify(value) : value);
    return leaves;
  }
  for (const [childPath, child] of entries) {
    flatten(child, childPath, leaves);
  }
  return leaves;
}

function entriesOf(
  value: unknown,
  path: string,
): [string, unknown][] | undefined {
  if (Array.isArray(value)) {
    return value.map((child, index) => [`${path}[${index}]`, child]);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, child]) => [
      childPathOf(path, key),
      child,
    ]);
  }
  return undefined;
}

function childPathOf(path: string, key: string): string {
  if (!/^\w+$/.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === '' ? key : `${path}.${key}`;
}

/** Terraform marks a leaf, or anything above it, with true. */
function markedPaths(marks: unknown): string[] {
  if (marks === true) {
    return [''];
  }
  return [...flatten(marks)].flatMap(([path, isMarked]) =>
    isMarked === true ? [path] : [],
  );
}

function isAtOrBelow(path: string, marked: string): boolean {
  if (marked === '') {
    return true;
  }
  const below = path.slice(marked.length);
  return (
    path.startsWith(marked) &&
    (below === '' || below.startsWith('.') || below.startsWith('['))
  );
}

/**
 * Whether a plan does nothing but what another one was to do as well: then an
 * approval of that one covers it. It is so for the plan made after a run that
 * was cut short.
 */
export function isPartOf(plan: Plan, approved: Plan): boolean {
  const byAddress = new Map(approved.changes.map(it => [it.address, it]));
  return plan.changes.every(change => {
    const other = byAddress.get(change.address);
    return (
      other?.action === change.action &&
      JSON.stringify(other.attributes) === JSON.stringify(change.attributes)
    );
  });
}
