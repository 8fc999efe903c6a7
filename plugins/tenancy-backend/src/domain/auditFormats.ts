import { toCsvLine } from '@freehold/plugin-tenancy-node';
import type { AuditEvent } from './auditViews';

/** How events are written to a file. */
export interface AuditFormat {
  mediaType: string;
  /** What comes before the first event. */
  head: string;
  line(event: AuditEvent): string;
}

const columns: Record<string, (event: AuditEvent) => string | undefined> = {
  time: event => event.occurredAt,
  customer: event => event.tenant,
  actor: event => event.actor.ref ?? event.actor.kind,
  'viewing as': event => event.viewingAs,
  action: event => event.action,
  outcome: event => event.outcome,
  'object kind': event => event.object.kind,
  'object id': event => event.object.id,
  'object name': event => event.object.name,
  reason: event => event.reason,
  before: event => event.before && JSON.stringify(event.before),
  after: event => event.after && JSON.stringify(event.after),
  request: event => event.request?.id,
  address: event => event.request?.address,
  sequence: event => String(event.sequence),
  id: event => event.id,
};

export const auditFormats: Record<'csv' | 'jsonl', AuditFormat> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    head: toCsvLine(Object.keys(columns)),
    line: event =>
      toCsvLine(Object.values(columns).map(read => read(event) ?? '')),
  },
  jsonl: {
    mediaType: 'application/jsonl; charset=utf-8',
    head: '',
    line: event => `${JSON.stringify(event)}\n`,
  },
};
