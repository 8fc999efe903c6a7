import type { AuditEvent } from '../../api';

/** An action's name as words: `updateMemberRole`, `scaffolder.task.create`. */
export function wordsOf(action: string): string {
  return action
    .replace(/[._-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLocaleLowerCase('en-US');
}

/** How a thing is called: by its name, or else by its id. */
export function nameOf({ object }: AuditEvent): string {
  return object.name ?? object.id.replace(/^user:[^/]+\//, '');
}

/** The day an event was on, in the reader's time zone; `2026-11-21`. */
export function dayOf(at: string): string {
  const date = new Date(at);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Events in their order, under the days they were on. */
export function groupByDay(
  events: AuditEvent[],
): { day: string; events: AuditEvent[] }[] {
  const days: { day: string; events: AuditEvent[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.occurredAt);
    if (days.at(-1)?.day !== day) days.push({ day, events: [] });
    days.at(-1)!.events.push(event);
  }
  return days;
}

/** One line of what changed; a side that has no such member is undefined. */
export interface ChangedField {
  name: string;
  before?: string;
  after?: string;
}

/** What changed, member by member; nested members by their path. */
export function changedFields({ before, after }: AuditEvent): ChangedField[] {
  const old = flatten(before ?? {});
  const present = flatten(after ?? {});
  const names = [...new Set([...old.keys(), ...present.keys()])];
  return names.map(name => ({
    name,
    before: old.get(name),
    after: present.get(name),
  }));
}

function flatten(value: object, path: string[] = []): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, inner] of Object.entries(value)) {
    const inside = [...path, wordsOf(name)];
    if (inner && typeof inner === 'object' && !Array.isArray(inner)) {
      flatten(inner, inside).forEach((text, key) => fields.set(key, text));
    } else {
      fields.set(inside.join(' › '), toText(inner));
    }
  }
  return fields;
}

function toText(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(toText).join(', ');
  }
  return value && typeof value === 'object'
    ? JSON.stringify(value)
    : String(value);
}
