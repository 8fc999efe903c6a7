import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getCostsSummary(
  api: CostsRouter,
  { httpAuth, access, costs }: RouteContext,
): void {
  api.get('/summary', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, metric, site } = req.query;
    const summary = await costs.getCostsSummary(scope, {
      customer: customer || undefined,
      site: site || undefined,
      metric: metric ?? 'effective',
    });
    res.status(200).json(summary);
  });
}
