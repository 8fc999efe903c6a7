import { costsImportPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toImportReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function importCharges(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.post('/sources/:source/imports', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportPermission);
    const queued = await imports.importCharges(req.params.source, req, {
      fileName: req.query.fileName,
      mode: req.query.mode,
      declaredEncoding: req.query.encoding,
      by: nameOfCaller(credentials),
    });
    res.status(202).json(toImportReply(queued));
  });
}
