import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toChargeDetailReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getCharge(
  api: CostsRouter,
  { httpAuth, access, costs }: RouteContext,
): void {
  api.get('/charges/:period/:source/:row/:part', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { part, period, row, source } = req.params;
    const found = await costs.getCharge(scope, {
      customer: req.query.customer || undefined,
      period,
      sourceId: source,
      row: parseInt(row, 10),
      part: parseInt(part, 10),
    });
    res.status(200).json(toChargeDetailReply(found));
  });
}
