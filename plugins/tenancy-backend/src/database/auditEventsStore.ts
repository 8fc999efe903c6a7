import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { AuditContent } from '../domain/auditEvents';
import { matching, newestFirst, type AuditFilter } from './auditFilter';
import { AUDIT_COLUMNS, type AuditRow, toAuditContent } from './auditRows';
import { searchRows } from './searchAudit';

/** An event and its place in its tenant's trail. */
export interface RecordedEvent extends AuditContent {
  sequence: number;
}

/** Newest first. */
export async function listEvents(
  trx: TenantTransaction,
  filter: AuditFilter,
): Promise<RecordedEvent[]> {
  const rows = await findRows(trx, filter);
  return rows.map(toRecordedEvent);
}

/** Where the events are that {@link listEvents} would list, and nothing else. */
export async function listSequences(
  trx: TenantTransaction,
  filter: AuditFilter & { tenant: string },
): Promise<number[]> {
  const rows = await findRows(trx, filter);
  return rows.map(({ sequence }) => Number(sequence));
}

async function findRows(
  trx: TenantTransaction,
  { search, ...filter }: AuditFilter,
): Promise<AuditRow[]> {
  return search
    ? searchRows(trx, search, filter)
    : matching(trx, filter).select(AUDIT_COLUMNS);
}

/** These events of a tenant, newest first. */
export async function listEventsAt(
  trx: TenantTransaction,
  tenant: string,
  sequences: readonly number[],
): Promise<RecordedEvent[]> {
  const rows: AuditRow[] = await trx('audit_events')
    .where({ tenant_id: tenant })
    .whereIn('sequence', sequences)
    .whereNull('cleared_by')
    .orderBy(newestFirst)
    .select(AUDIT_COLUMNS);
  return rows.map(toRecordedEvent);
}

export async function findEvent(
  trx: TenantTransaction,
  tenant: string,
  id: string,
): Promise<RecordedEvent | undefined> {
  const row: AuditRow | undefined = await trx('audit_events')
    .where({ tenant_id: tenant, id })
    .first(AUDIT_COLUMNS);
  return row && toRecordedEvent(row);
}

function toRecordedEvent(row: AuditRow): RecordedEvent {
  return { ...toAuditContent(row), sequence: Number(row.sequence) };
}
