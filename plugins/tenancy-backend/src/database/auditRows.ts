import type { JsonObject } from '@backstage/types';
import type { AuditOutcome } from '@freehold/plugin-tenancy-node';
import type { AuditContent, AuditKind } from '../domain/auditEvents';
import type { KeptEvent } from '../domain/ChainCheck';

/** A row of `audit_events`; big integers arrive as text. */
export interface AuditRow {
  tenant_id: string;
  sequence: string;
  digest: Buffer;
  hash: Buffer;
  cleared_by: string | null;
  id: string;
  kind: AuditKind;
  occurred_at: Date;
  recorded_at: Date;
  actor: string | null;
  viewing_as: string | null;
  action: string;
  object_kind: string;
  object_id: string;
  object_name: string | null;
  outcome: AuditOutcome;
  reason: string | null;
  before: JsonObject | null;
  after: JsonObject | null;
  request_id: string | null;
  address: string | null;
}

/** All columns but the words, which are for searching only. */
export const AUDIT_COLUMNS = [
  'tenant_id',
  'sequence',
  'digest',
  'hash',
  'cleared_by',
  'id',
  'kind',
  'occurred_at',
  'recorded_at',
  'actor',
  'viewing_as',
  'action',
  'object_kind',
  'object_id',
  'object_name',
  'outcome',
  'reason',
  'before',
  'after',
  'request_id',
  'address',
] as const;

/** What is cleared of a row when its time is over. */
export const CONTENT_COLUMNS = [...AUDIT_COLUMNS.slice(5), 'words'] as const;

export function toKeptEvent(row: AuditRow): KeptEvent {
  const { digest, hash } = row;
  return {
    sequence: Number(row.sequence),
    digest,
    hash,
    ...(row.cleared_by !== null && { clearedBy: Number(row.cleared_by) }),
    // A row whose id was taken away has no content that could be checked.
    ...(row.id !== null && { content: toAuditContent(row) }),
  };
}

export function toAuditContent(row: AuditRow): AuditContent {
  return {
    tenant: row.tenant_id,
    id: row.id,
    kind: row.kind,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    ...(row.actor !== null && { actor: row.actor }),
    ...(row.viewing_as !== null && { viewingAs: row.viewing_as }),
    action: row.action,
    object: {
      kind: row.object_kind,
      id: row.object_id,
      ...(row.object_name !== null && { name: row.object_name }),
    },
    outcome: row.outcome,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.before !== null && { before: row.before }),
    ...(row.after !== null && { after: row.after }),
    // Either without the other is no request of ours: somebody altered it.
    ...((row.request_id ?? row.address) !== null && {
      request: {
        id: row.request_id ?? '',
        ...(row.address !== null && { address: row.address }),
      },
    }),
  };
}

export function fromAuditContent(content: AuditContent) {
  const { object, request, before, after } = content;
  return {
    id: content.id,
    kind: content.kind,
    occurred_at: content.occurredAt,
    recorded_at: content.recordedAt,
    actor: content.actor,
    viewing_as: content.viewingAs,
    action: content.action,
    object_kind: object.kind,
    object_id: object.id,
    object_name: object.name,
    outcome: content.outcome,
    reason: content.reason,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    request_id: request?.id,
    address: request?.address,
  };
}
