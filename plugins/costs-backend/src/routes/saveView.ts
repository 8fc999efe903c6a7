import { costsViewSavePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toViewReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';
import { viewsOf } from './viewsOf';

export function saveView(
  api: CostsRouter,
  { httpAuth, access, views }: RouteContext,
): void {
  api.post('/views', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsViewSavePermission);
    const of = viewsOf(credentials, scope);
    const { isShared = false, name, parameters } = req.body;
    const view = await views.saveView(of, { isShared, name, parameters });
    res.status(201).json(toViewReply(view, of.person));
  });
}
