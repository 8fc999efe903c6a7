import {
  type AuditOutcome,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { AuditContent } from '../domain/auditEvents';
import type { AuditPosition } from '../domain/auditCursor';
import { toTerms } from '../domain/auditWords';
import { AUDIT_COLUMNS, type AuditRow, toAuditContent } from './auditRows';

export interface AuditFilter {
  tenant?: string;
  /** Entity ref, `plugin:<id>`, or `staff` for anybody of the business. */
  actor?: string;
  action?: string;
  object?: { kind: string; id?: string };
  outcome?: AuditOutcome;
  from?: Date;
  /** Not itself included. */
  to?: Date;
  search?: string;
  /** The event to go on after. */
  after?: AuditPosition;
  limit: number;
}

/** An event and its place in its tenant's trail. */
export interface RecordedEvent extends AuditContent {
  sequence: number;
}

const newestFirst = [
  { column: 'occurred_at', order: 'desc' as const },
  { column: 'tenant_id', order: 'desc' as const },
  { column: 'sequence', order: 'desc' as const },
];

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

/** Among so many of the newest a word is looked for before the index is asked. */
const NEWEST_LOOKED_THROUGH = 5_000;
/** Words in more of them than this are looked for in what the index finds. */
const OFTEN = NEWEST_LOOKED_THROUGH / 10;

type Searched = Omit<AuditFilter, 'search'> & { terms: string[] };

/**
 * A frequent word is among the newest events many times, a rare one is found by
 * its index. PostgreSQL takes words that it has never seen for frequent ones,
 * and would look for them through the whole trail, so it is told which.
 */
async function findRows(
  trx: TenantTransaction,
  { search, ...filter }: AuditFilter,
): Promise<AuditRow[]> {
  if (!search) {
    return matching(trx, filter).select(AUDIT_COLUMNS);
  }
  const terms = toTerms(search, filter.tenant);
  if (terms.length === 0) {
    return [];
  }
  const searched = { ...filter, terms };
  const frequent = await findAmongNewest(trx, searched);
  if (frequent.length === filter.limit) {
    return frequent;
  }
  const { lookedThrough, rare } = await weighTerms(trx, searched);
  return lookedThrough < NEWEST_LOOKED_THROUGH
    ? frequent
    : findByIndex(trx, searched, rare);
}

async function findAmongNewest(
  trx: TenantTransaction,
  { terms, ...filter }: Searched,
): Promise<AuditRow[]> {
  const newest = matching(trx, { ...filter, limit: NEWEST_LOOKED_THROUGH });
  return trx
    .queryBuilder()
    .from(newest.select([...AUDIT_COLUMNS, 'words']).as('newest'))
    .whereRaw('words @@ ?::tsquery', [allOf(terms)])
    .orderBy(newestFirst)
    .limit(filter.limit)
    .select(AUDIT_COLUMNS);
}

/** How many of the newest there are, and which words are in few of them. */
async function weighTerms(
  trx: TenantTransaction,
  { terms, ...filter }: Searched,
): Promise<{ lookedThrough: number; rare: string[] }> {
  const newest = matching(trx, { ...filter, limit: NEWEST_LOOKED_THROUGH });
  const counts: Record<string, number> = await trx
    .queryBuilder()
    .from(newest.select('words').as('newest'))
    .first(
      trx.raw('count(*)::int as looked_through'),
      ...terms.map((term, index) =>
        trx.raw('(count(*) filter (where words @@ ?::tsquery))::int as ??', [
          term,
          `term_${index}`,
        ]),
      ),
    );
  return {
    lookedThrough: counts.looked_through,
    rare: terms.filter((_, index) => counts[`term_${index}`] <= OFTEN),
  };
}

/**
 * The index would read every place of a frequent word to find the few that it
 * shares with a rare one.
 */
async function findByIndex(
  trx: TenantTransaction,
  { terms, tenant, ...filter }: Searched,
  rare: string[],
): Promise<AuditRow[]> {
  const asked = new Set(rare.length > 0 ? rare : terms);
  if (tenant) {
    asked.add(terms[0]);
  }
  await useIndexOfWords(trx, 'off');
  const rows: AuditRow[] = await matching(trx, { ...filter, tenant })
    .whereRaw('words @@ ?::tsquery', [allOf([...asked])])
    // Not as a condition that the index could take.
    .whereRaw('(words @@ ?::tsquery) is true', [allOf(terms)])
    .select(AUDIT_COLUMNS);
  await useIndexOfWords(trx, 'on');
  return rows;
}

function allOf(terms: string[]): string {
  return terms.join(' & ');
}

/** @param others - whether the other ways to the rows may be taken */
async function useIndexOfWords(
  trx: TenantTransaction,
  others: 'on' | 'off',
): Promise<void> {
  await trx.raw(
    `select set_config('enable_indexscan', ?, true), set_config('enable_seqscan', ?, true)`,
    [others, others],
  );
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

function matching(trx: TenantTransaction, filter: Omit<AuditFilter, 'search'>) {
  const { tenant, action, object, outcome, from, to, after } = filter;
  const query = trx('audit_events')
    .whereNull('cleared_by')
    .orderBy(newestFirst)
    .limit(filter.limit);
  if (tenant) query.where({ tenant_id: tenant });
  if (action) query.where({ action });
  if (object) query.where({ object_kind: object.kind });
  if (object?.id) query.where({ object_id: object.id });
  if (outcome) query.where({ outcome });
  if (from) query.where('occurred_at', '>=', from);
  if (to) query.where('occurred_at', '<', to);
  whereActor(query, filter.actor);
  if (after) whereAfter(query, after, tenant);
  return query;
}

function whereAfter(
  query: Knex.QueryBuilder,
  { occurredAt, sequence, ...after }: AuditPosition,
  tenant: string | undefined,
) {
  if (tenant) {
    query.whereRaw('(occurred_at, sequence) < (?, ?)', [occurredAt, sequence]);
  } else {
    query.whereRaw('(occurred_at, tenant_id, sequence) < (?, ?, ?)', [
      occurredAt,
      after.tenant,
      sequence,
    ]);
  }
}

function whereActor(query: Knex.QueryBuilder, actor: string | undefined) {
  if (actor === 'staff') {
    query.whereLike('actor', `user:${BUSINESS_TENANT}/%`);
  } else if (actor) {
    query.where({ actor });
  }
}

function toRecordedEvent(row: AuditRow): RecordedEvent {
  return { ...toAuditContent(row), sequence: Number(row.sequence) };
}
