import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toReconciliationReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listReconciliations(
  api: CostsRouter,
  { httpAuth, access, reconciliation }: RouteContext,
): void {
  api.get('/reconciliation', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const items = await reconciliation.listReconciliations();
    res.status(200).json({ items: items.map(toReconciliationReply) });
  });
}
