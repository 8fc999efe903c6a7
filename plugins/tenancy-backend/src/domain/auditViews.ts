import type { JsonObject, JsonValue } from '@backstage/types';
import {
  BUSINESS_TENANT,
  type TenancyComponents,
} from '@freehold/plugin-tenancy-common';
import type { RecordedEvent } from '../database/auditEventsStore';

/** An event as callers get it. */
export type AuditEvent = TenancyComponents['schemas']['AuditEvent'];

const STAFF_REF = /\buser:default\/[\w.-]+/g;

/** An event as staff see it: all of it. */
export function toStaffView(event: RecordedEvent): AuditEvent {
  const { actor, kind: _, ...told } = event;
  return { ...told, actor: toActor(actor) };
}

/**
 * An event as the customer's people see it, who are told nothing of the staff
 * side: neither which of the staff it was, nor from where, nor which part of
 * the portal acted.
 */
export function toCustomerView(event: RecordedEvent): AuditEvent {
  const view = toStaffView(event);
  const { kind, ref } = view.actor;
  const isOwn = kind === 'person' && ref?.startsWith(`user:${event.tenant}/`);
  if (event.tenant === BUSINESS_TENANT || isOwn) {
    return withoutStaff(view);
  }
  const { viewingAs: _, request, ...told } = view;
  return withoutStaff({
    ...told,
    actor: { kind },
    ...(request && { request: { id: request.id } }),
  });
}

function toActor(ref: string | undefined): AuditEvent['actor'] {
  if (!ref) {
    return { kind: 'nobody' };
  }
  if (!ref.startsWith('user:')) {
    return { kind: 'portal', ref };
  }
  const isStaff = ref.startsWith(`user:${BUSINESS_TENANT}/`);
  return { kind: isStaff ? 'staff' : 'person', ref };
}

function withoutStaff(view: AuditEvent): AuditEvent {
  const { reason, before, after } = view;
  return {
    ...view,
    ...(reason && { reason: mask(reason) as string }),
    ...(before && { before: mask(before as JsonObject) as JsonObject }),
    ...(after && { after: mask(after as JsonObject) as JsonObject }),
  };
}

function mask(value: JsonValue): JsonValue {
  if (typeof value === 'string') {
    return value.replace(STAFF_REF, 'staff');
  }
  if (Array.isArray(value)) {
    return value.map(mask);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, mask(inner!)]),
    );
  }
  return value;
}
