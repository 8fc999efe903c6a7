import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toSourceReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listSources(
  api: CostsRouter,
  { httpAuth, access, sources }: RouteContext,
): void {
  api.get('/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const items = await sources.listSources();
    res.status(200).json({ items: items.map(toSourceReply) });
  });
}
