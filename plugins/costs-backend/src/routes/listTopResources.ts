import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { readComparedRange } from './readComparedRange';
import type { CostsRouter, RouteContext } from './RouteContext';

const DEFAULT_TOP = 10;

export function listTopResources(
  api: CostsRouter,
  { httpAuth, access, comparison }: RouteContext,
): void {
  api.get('/resources', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const range = readComparedRange(req.query);
    const items = await comparison.listTopResources(scope, {
      ...range,
      top: req.query.top ?? DEFAULT_TOP,
    });
    res.status(200).json({ metric: range.metric, items });
  });
}
