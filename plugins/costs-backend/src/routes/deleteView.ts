import { costsViewSavePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';
import { viewsOf } from './viewsOf';

export function deleteView(
  api: CostsRouter,
  { httpAuth, access, views }: RouteContext,
): void {
  api.delete('/views/:view', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsViewSavePermission);
    await views.deleteView(viewsOf(credentials, scope), req.params.view);
    res.status(204).end();
  });
}
