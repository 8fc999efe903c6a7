import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { parseDimension, parseFilters } from '../domain/CostQuery';
import { toSumReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

/** More values than people read; fewer than hurt. */
const DEFAULT_TOP = 1_000;

export function queryCosts(
  api: CostsRouter,
  { httpAuth, access, costs }: RouteContext,
): void {
  api.get('/query', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, filter, from, granularity, groupBy, metric, to, top } =
      req.query;
    const asked = metric ?? 'effective';
    const { items, answeredBy } = await costs.queryCosts(scope, {
      customer: customer || undefined,
      from,
      to,
      metric: asked,
      groupBy: groupBy === undefined ? undefined : parseDimension(groupBy),
      granularity: granularity ?? 'total',
      top: top ?? DEFAULT_TOP,
      filters: parseFilters(filter),
    });
    res
      .status(200)
      .json({ metric: asked, answeredBy, items: items.map(toSumReply) });
  });
}
