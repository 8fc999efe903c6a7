import { InputError } from '@backstage/errors';
import type { TenancyPaths } from '@freehold/plugin-tenancy-common';
import type { AuditFilter } from '../database/auditFilter';

type Query = NonNullable<
  TenancyPaths['/audit-events']['get']['parameters']['query']
>;

/**
 * What is asked for in a query, but for the page.
 *
 * @throws InputError when a time is none
 */
export function toAuditFilter(
  query: Omit<Query, 'cursor' | 'limit'>,
): Omit<AuditFilter, 'after' | 'limit'> {
  const { customer, actor, action, outcome, search } = query;
  return {
    tenant: customer,
    actor,
    action,
    outcome,
    search: search?.trim() || undefined,
    object: query.object ? toObject(query.object) : undefined,
    from: toDate('from', query.from),
    to: toDate('to', query.to),
  };
}

function toObject(text: string): AuditFilter['object'] {
  const [kind, ...id] = text.split(':');
  return { kind, ...(id.length > 0 && { id: id.join(':') }) };
}

function toDate(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) {
    return undefined;
  }
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new InputError(`Query parameter '${name}' is not a time`);
  }
  return date;
}
