import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import {
  spansOf,
  type ComparedSum,
  type ComparisonQuery,
} from '../domain/Comparison';
import { columnOf } from '../domain/CostQuery';
import { toCount } from '../domain/toCount';
import { measure, type Measured } from './CostsStore';

/** What decides which values are told apart. */
const FIRST = {
  dearest: 'greatest(amount, before)',
  'most-changed': 'abs(amount - before)',
} as const;

/** Sums of two spans of days; in the door of one tenant, or of all. */
export class ComparisonStore {
  /** By currency and value, the highest of the span that is asked about first. */
  async compare(
    trx: TenantTransaction,
    query: ComparisonQuery,
    tenant?: string,
  ): Promise<ComparedSum[]> {
    const spans = spansOf(query);
    const { of: now } = await measure(trx, spans.now, tenant);
    const { of: before } = await measure(trx, spans.before, tenant);
    const value = query.groupBy
      ? columnOf(query.groupBy)
      : { sql: 'null::text', bindings: [] };
    const { rows } = await trx.raw(
      `with sides (value, currency, unknown, amount, charges, before, charges_before) as (
         ${sideOf(now, value.sql, 'now')}
         union all
         ${sideOf(before, value.sql, 'before')}),
       sums as (
         select value, currency, coalesce(sum(amount), 0) as amount,
                coalesce(sum(before), 0) as before, sum(charges) as charges,
                sum(charges_before) as charges_before, sum(unknown) as unknown
           from sides group by value, currency),
       places as (
         select *, row_number() over (
                  partition by currency order by ${FIRST[query.first]} desc, value) as place
           from sums),
       shown as (
         select case when place <= ? then value end as value, place > ? as is_rest,
                currency, sum(amount) as amount, sum(before) as before,
                sum(charges) as charges, sum(charges_before) as charges_before,
                sum(unknown) as unknown
           from places group by 1, 2, 3)
       select value, is_rest, currency, amount::text as amount, before::text as before,
              (amount - before)::text as difference,
              case when before > 0
                   then round((amount - before) / before, 6)::text end as change,
              charges::text as charges, charges_before::text as charges_before,
              unknown::text as unknown
         from shown
        order by currency, is_rest, shown.amount desc, shown.before desc, value`,
      [
        ...value.bindings,
        ...now.from.bindings,
        ...value.bindings,
        ...before.from.bindings,
        query.top,
        query.top,
      ],
    );
    return rows.map((row: Record<string, any>) => ({
      ...(query.groupBy && { value: row.value }),
      isRest: row.is_rest,
      currency: row.currency,
      amount: row.amount,
      before: row.before,
      difference: row.difference,
      change: row.change,
      charges: toCount(row.charges),
      chargesBefore: toCount(row.charges_before),
      unknown: toCount(row.unknown),
    }));
  }
}

/** Sums of one span, in the columns of that span. */
function sideOf(
  { amount, charges, currency, from, unknown }: Measured,
  value: string,
  span: 'now' | 'before',
): string {
  const sums = `sum(${amount})::numeric, sum(${charges})::bigint`;
  const nothing = '0::numeric, 0::bigint';
  return `select ${value}, ${currency}, sum(${unknown})::bigint,
            ${span === 'now' ? `${sums}, ${nothing}` : `${nothing}, ${sums}`}
       from ${from.sql} group by 1, 2`;
}
