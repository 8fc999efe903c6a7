import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listRejectedRows(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.get('/imports/:import/rejected-rows', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const { limit, offset } = req.query;
    const { items, total } = await imports.listRejectedRows(req.params.import, {
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res.status(200).json({
      items: items.map(({ raw, ...row }) => ({ ...row, values: raw })),
      total,
    });
  });
}
