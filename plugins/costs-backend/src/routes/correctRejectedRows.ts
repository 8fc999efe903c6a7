import { costsImportPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toImportReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function correctRejectedRows(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.post('/imports/:import/corrections', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportPermission);
    const queued = await imports.correctRejectedRows(req.params.import, req, {
      fileName: req.query.fileName,
      by: nameOfCaller(credentials),
    });
    res.status(202).json(toImportReply(queued));
  });
}
