import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toImportReply, toRestatementReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getImport(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.get('/imports/:import', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const { periods, ...found } = await imports.getImport(req.params.import);
    res.status(200).json({
      ...toImportReply(found),
      periods: periods.map(toRestatementReply),
    });
  });
}
