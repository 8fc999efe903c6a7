import type { CostsPaths } from '@freehold/plugin-costs-common';
import type { ComparedRange } from '../domain/Comparison';
import { parseFilters } from '../domain/CostQuery';

type Query = CostsPaths['/changes']['get']['parameters']['query'];

/**
 * The two spans that a request asks about.
 *
 * @throws InputError that names the dimensions there are
 */
export function readComparedRange(
  query: Query,
): ComparedRange & { customer?: string } {
  const { comparedFrom, comparedTo, customer, filter, from, metric, to } =
    query;
  return {
    customer: customer || undefined,
    from,
    to,
    compared: { from: comparedFrom, to: comparedTo },
    metric: metric ?? 'effective',
    filters: parseFilters(filter),
  };
}
