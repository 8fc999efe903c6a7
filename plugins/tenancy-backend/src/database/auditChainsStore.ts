import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { AuditContent, AuditKind } from '../domain/auditEvents';
import { digestOf, hashAfter, originOf } from '../domain/auditHashes';
import { wordsOf } from '../domain/auditWords';
import type { ChainHead, KeptEvent } from '../domain/ChainCheck';
import {
  AUDIT_COLUMNS,
  type AuditRow,
  CONTENT_COLUMNS,
  fromAuditContent,
  toKeptEvent,
} from './auditRows';

/**
 * Keeps others from adding to the tenant's trail until this transaction ends,
 * and begins the trail if there is none.
 */
export async function lockChain(
  trx: TenantTransaction,
  tenant: string,
): Promise<ChainHead> {
  await trx('audit_chains')
    .insert({ tenant_id: tenant, length: 0, head: originOf(tenant) })
    .onConflict()
    .ignore();
  const row = await trx('audit_chains')
    .where({ tenant_id: tenant })
    .forUpdate()
    .first();
  return { length: Number(row.length), head: row.head };
}

export async function findChain(
  trx: TenantTransaction,
  tenant: string,
): Promise<ChainHead | undefined> {
  const row = await trx('audit_chains').where({ tenant_id: tenant }).first();
  return row && { length: Number(row.length), head: row.head };
}

/** Which of these ids the trail has already. */
export async function findRecordedIds(
  trx: TenantTransaction,
  tenant: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const recorded: string[] = await trx('audit_events')
    .where({ tenant_id: tenant })
    .whereIn('id', ids)
    .pluck('id');
  return new Set(recorded);
}

/**
 * Adds events to the end of a locked chain.
 *
 * @returns the chain's new end
 */
export async function appendEvents(
  trx: TenantTransaction,
  tenant: string,
  chain: ChainHead,
  contents: readonly AuditContent[],
): Promise<ChainHead> {
  let { length, head } = chain;
  const rows = contents.map(content => {
    const digest = digestOf(content);
    head = hashAfter(head, digest);
    length += 1;
    return {
      tenant_id: tenant,
      sequence: length,
      digest,
      hash: head,
      ...fromAuditContent(content),
      words: trx.raw('array_to_tsvector(?::text[])', [wordsOf(content)]),
    };
  });
  await trx('audit_events').insert(rows);
  await trx('audit_chains')
    .where({ tenant_id: tenant })
    .update({ length, head });
  return { length, head };
}

/** Every tenant that has a trail, in order. */
export async function listChains(trx: TenantTransaction): Promise<string[]> {
  // Those whose chain was taken away are told by their events.
  const { rows } = await trx.raw(
    `select tenant_id from audit_chains
     union select distinct tenant_id from audit_events where sequence = 1
     order by tenant_id`,
  );
  return rows.map((row: { tenant_id: string }) => row.tenant_id);
}

/** The next events of a trail, in their order. */
export async function listEventsAfter(
  trx: TenantTransaction,
  tenant: string,
  sequence: number,
  limit: number,
): Promise<KeptEvent[]> {
  const rows: AuditRow[] = await trx('audit_events')
    .where({ tenant_id: tenant })
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .select(AUDIT_COLUMNS);
  return rows.map(toKeptEvent);
}

/** Tenants with events of a kind from before a time. */
export async function listTenantsWithOld(
  trx: TenantTransaction,
  kind: AuditKind,
  before: Date,
): Promise<string[]> {
  return trx('audit_events')
    .where({ kind })
    .whereNull('cleared_by')
    .where('occurred_at', '<', before)
    .distinct()
    .orderBy('tenant_id')
    .pluck('tenant_id');
}

/** The oldest events of a kind from before a time, by their sequence. */
export async function listOldEvents(
  trx: TenantTransaction,
  tenant: string,
  old: { kind: AuditKind; before: Date; limit: number },
): Promise<number[]> {
  const sequences: string[] = await trx('audit_events')
    .where({ tenant_id: tenant, kind: old.kind })
    .whereNull('cleared_by')
    .where('occurred_at', '<', old.before)
    .orderBy('occurred_at')
    .limit(old.limit)
    .pluck('sequence');
  return sequences.map(Number).sort((left, right) => left - right);
}

/** Takes the content of events away; where they stood stays. */
export async function clearEvents(
  trx: TenantTransaction,
  tenant: string,
  sequences: readonly number[],
  clearedBy: number,
): Promise<void> {
  await trx.raw(`select set_config('freehold.audit_retention', 'on', true)`);
  await trx('audit_events')
    .where({ tenant_id: tenant })
    .whereIn('sequence', sequences)
    .update({
      cleared_by: clearedBy,
      ...Object.fromEntries(CONTENT_COLUMNS.map(column => [column, null])),
    });
  await trx.raw(`select set_config('freehold.audit_retention', '', true)`);
}
