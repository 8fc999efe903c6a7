import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toViewReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';
import { viewsOf } from './viewsOf';

export function listViews(
  api: CostsRouter,
  { httpAuth, access, views }: RouteContext,
): void {
  api.get('/views', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const of = viewsOf(credentials, scope);
    const found = await views.listViews(of);
    res.status(200).json({
      items: found.views.map(view =>
        toViewReply(view, of.person, found.defaultView),
      ),
    });
  });
}
