import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { shareOf } from '../allocation/shareOf';
import type { CostRange } from '../domain/CostQuery';
import { toCount } from '../domain/toCount';
import type {
  UnallocatedBy,
  UnallocatedCost,
  UnallocatedSum,
} from '../domain/Unallocated';
import { chargesIn } from './ChargePeriods';

const COST = 'coalesce(effective_cost, billed_cost)';
// What is no object has no tags.
const TAGS = `case jsonb_typeof(coalesce(effective_tags, tags))
  when 'object' then coalesce(effective_tags, tags) end`;

interface Grouping {
  value: string;
  label: string;
  /** Lists the keys of the charge's tags. */
  keys?: string;
  bindings: string[];
}

const GROUPINGS: Record<
  Exclude<UnallocatedBy, 'tag' | 'tag_key'>,
  Omit<Grouping, 'bindings'>
> = {
  account: { value: 'sub_account_id', label: 'max(sub_account_name)' },
  service: { value: 'service_name', label: 'null' },
  resource: {
    value: 'coalesce(resource_id, resource_name)',
    label: 'max(resource_name)',
  },
  reason: { value: 'allocation_reason', label: 'null' },
};

/**
 * Cost that is nobody's yet. It lies with the business, so every method takes a
 * transaction of its door.
 */
export class UnallocatedStore {
  /**
   * The largest first, without regard to signs.
   *
   * @param options.tag - the tag whose values are told apart, for `tag`
   */
  async list(
    trx: TenantTransaction,
    range: CostRange,
    options: { by: UnallocatedBy; tag?: string; limit: number },
  ): Promise<{ items: UnallocatedCost[]; sums: UnallocatedSum[] }> {
    const { bindings, keys, label, value } = groupingOf(options);
    const from = await chargesIn(trx, range, BUSINESS_TENANT);
    const unallocated = `${from.sql} and allocation_method = 'none'`;
    const { rows: sums } = await trx.raw(
      `select billing_currency as currency, sum(${COST})::text as amount,
              sum(abs(${COST}))::text as absolute, count(*) as charges
         from charges where ${unallocated} group by 1 order by 1`,
      from.bindings,
    );
    const { rows } = await trx.raw(
      `select ${value} as value, ${label} as label, billing_currency as currency,
              sum(${COST})::text as amount, sum(abs(${COST}))::text as absolute,
              count(*) as charges
         from charges ${keys ?? ''} where ${unallocated}
        group by 1, billing_currency
        order by sum(abs(${COST})) desc, 1, billing_currency limit ?`,
      [...bindings, ...from.bindings, options.limit],
    );
    const wholes = new Map<string, string>(
      sums.map((sum: Record<string, string>) => [sum.currency, sum.absolute]),
    );
    return {
      sums: sums.map((sum: Record<string, string>) => ({
        currency: sum.currency,
        amount: sum.amount,
        charges: toCount(sum.charges),
      })),
      items: rows.map((row: Record<string, any>) => ({
        value: row.value,
        ...(row.label && { label: row.label }),
        currency: row.currency,
        amount: row.amount,
        share: shareOf(row.absolute, wholes.get(row.currency) ?? '0'),
        charges: toCount(row.charges),
      })),
    };
  }
}

function groupingOf(options: { by: UnallocatedBy; tag?: string }): Grouping {
  switch (options.by) {
    case 'tag':
      return {
        value: `(${TAGS}) ->> ?::text`,
        label: 'null',
        bindings: [options.tag ?? ''],
      };
    case 'tag_key':
      // A charge counts with each of its tags, and once where it has none.
      return {
        value: 'key',
        label: 'null',
        keys: `left join lateral jsonb_object_keys(${TAGS}) as key on true`,
        bindings: [],
      };
    default:
      return { ...GROUPINGS[options.by], bindings: [] };
  }
}
