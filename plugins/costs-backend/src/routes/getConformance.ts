import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toConformanceReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getConformance(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.get('/imports/:import/conformance', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const report = await imports.getConformance(req.params.import);
    res.status(200).json(toConformanceReply(report));
  });
}
