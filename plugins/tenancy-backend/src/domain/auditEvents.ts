import type { AuditMessage, AuditOutcome } from '@freehold/plugin-tenancy-node';
import type { JsonObject } from '@backstage/types';

/**
 * Kinds of events, which are kept for different times.
 * - `change`: something was changed, or failed to
 * - `sign-in`: somebody signed in, out, or set a password
 * - `refusal`: somebody was refused something
 * - `trail`: about the trail itself; kept for ever, since it says what is gone
 */
export const auditKinds = ['change', 'sign-in', 'refusal', 'trail'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What an event says; its digest covers all of it. */
export interface AuditContent {
  tenant: string;
  /** UUID of the message it came as. */
  id: string;
  kind: AuditKind;
  /** ISO 8601 in UTC, with milliseconds. */
  occurredAt: string;
  recordedAt: string;
  actor?: string;
  viewingAs?: string;
  action: string;
  object: { kind: string; id: string; name?: string };
  outcome: AuditOutcome;
  reason?: string;
  before?: JsonObject;
  after?: JsonObject;
  request?: { id: string; address?: string };
}

/** Actions of the trail itself. */
export const CLEAR_ACTION = 'clearAuditEvents';
export const CHECK_ACTION = 'checkAuditTrail';

const TRAIL_ACTIONS: readonly string[] = [CLEAR_ACTION, CHECK_ACTION];

export function kindOf(message: {
  action: string;
  outcome: AuditOutcome;
  object: { kind: string };
}): AuditKind {
  if (TRAIL_ACTIONS.includes(message.action)) {
    return 'trail';
  }
  if (message.object.kind === 'session') {
    return 'sign-in';
  }
  return message.outcome === 'refused' ? 'refusal' : 'change';
}

/** The event that a message becomes. */
export function toContent(message: AuditMessage, now: Date): AuditContent {
  const { tenant, id, action, object, outcome, actor, request } = message;
  return storable({
    tenant,
    id,
    kind: kindOf(message),
    occurredAt: new Date(message.occurredAt).toISOString(),
    recordedAt: now.toISOString(),
    ...(actor.ref && { actor: actor.ref }),
    ...(actor.viewingAs && { viewingAs: actor.viewingAs }),
    action,
    object: {
      kind: object.kind,
      id: object.id,
      ...(object.name && { name: object.name }),
    },
    outcome,
    ...(message.reason && { reason: message.reason }),
    ...(message.before && { before: bounded(message.before) }),
    ...(message.after && { after: bounded(message.after) }),
    ...(request && {
      request: {
        id: request.id,
        ...(request.address && { address: request.address }),
      },
    }),
  });
}

/** Characters of JSON; more than any thing of ours has. */
const LONGEST_STATE = 64_000;

function bounded(state: JsonObject): JsonObject {
  const { length } = JSON.stringify(state);
  return length > LONGEST_STATE
    ? { omitted: `${length} characters of JSON` }
    : state;
}

/** NUL, and halves of surrogate pairs; Unicode-aware, so that whole ones stay. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Without characters that PostgreSQL has no room for. */
function storable(content: AuditContent): AuditContent {
  return JSON.parse(
    JSON.stringify(content, (_name, value) =>
      typeof value === 'string' ? value.replace(UNSTORABLE, '\ufffd') : value,
    ),
  );
}
