import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { readComparedRange } from './readComparedRange';
import type { CostsRouter, RouteContext } from './RouteContext';

export function explainChanges(
  api: CostsRouter,
  { httpAuth, access, comparison }: RouteContext,
): void {
  api.get('/changes', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const range = readComparedRange(req.query);
    const currencies = await comparison.explainChanges(scope, range);
    res.status(200).json({ metric: range.metric, currencies });
  });
}
