import { costsViewSavePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toViewReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';
import { viewsOf } from './viewsOf';

export function updateView(
  api: CostsRouter,
  { httpAuth, access, views }: RouteContext,
): void {
  api.patch('/views/:view', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsViewSavePermission);
    const of = viewsOf(credentials, scope);
    const view = await views.updateView(of, req.params.view, req.body);
    res.status(200).json(toViewReply(view, of.person));
  });
}
