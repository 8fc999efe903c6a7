import { costsMarkupPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function removeMarkup(
  api: CostsRouter,
  { httpAuth, access, markups }: RouteContext,
): void {
  api.delete('/markups/:markup', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsMarkupPermission);
    await markups.removeMarkup(req.params.markup);
    res.status(204).end();
  });
}
