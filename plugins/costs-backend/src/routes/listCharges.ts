import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { parseFilters } from '../domain/CostQuery';
import { toChargeReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listCharges(
  api: CostsRouter,
  { httpAuth, access, costs }: RouteContext,
): void {
  api.get('/charges', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, filter, from, limit, metric, offset, to } = req.query;
    const { items, prices, sums } = await costs.listCharges(scope, {
      customer: customer || undefined,
      from,
      to,
      metric: metric ?? 'effective',
      filters: parseFilters(filter),
      offset: offset ?? 0,
      limit: limit ?? 50,
    });
    res.status(200).json({
      prices,
      items: items.map(toChargeReply),
      total: sums.reduce((total, { charges }) => total + charges, 0),
      sums: sums.map(({ amount, currency }) => ({ amount, currency })),
    });
  });
}
