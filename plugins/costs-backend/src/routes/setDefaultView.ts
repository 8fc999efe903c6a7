import { costsViewSavePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';
import { viewsOf } from './viewsOf';

export function setDefaultView(
  api: CostsRouter,
  { httpAuth, access, views }: RouteContext,
): void {
  api.put('/default-view', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsViewSavePermission);
    await views.setDefaultView(
      viewsOf(credentials, scope),
      req.body.view ?? undefined,
    );
    res.status(204).end();
  });
}
