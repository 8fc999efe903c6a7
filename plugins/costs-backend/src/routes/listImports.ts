import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toImportReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listImports(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.get('/imports', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const { limit, offset, source } = req.query;
    const { items, total } = await imports.listImports({
      sourceId: source || undefined,
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res.status(200).json({ items: items.map(toImportReply), total });
  });
}
