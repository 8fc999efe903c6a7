import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toPeriodReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listPeriods(
  api: CostsRouter,
  { httpAuth, access, sources }: RouteContext,
): void {
  api.get('/periods', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const items = await sources.listPeriods();
    res.status(200).json({ items: items.map(toPeriodReply) });
  });
}
