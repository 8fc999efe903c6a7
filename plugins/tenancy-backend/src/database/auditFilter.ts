import type {
  AuditOutcome,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { AuditPosition } from '../domain/auditCursor';

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

export const newestFirst = [
  { column: 'occurred_at', order: 'desc' as const },
  { column: 'tenant_id', order: 'desc' as const },
  { column: 'sequence', order: 'desc' as const },
];

/** What fits the filter but for words, newest first. */
export function matching(
  trx: TenantTransaction,
  filter: Omit<AuditFilter, 'search'>,
) {
  return fitting(trx, filter).orderBy(newestFirst).limit(filter.limit);
}

/** What fits the filter but for words, all of it and in no order. */
export function fitting(
  trx: TenantTransaction,
  filter: Omit<AuditFilter, 'search' | 'limit'>,
) {
  const { tenant, action, object, outcome, from, to, after } = filter;
  const query = trx('audit_events').whereNull('cleared_by');
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
