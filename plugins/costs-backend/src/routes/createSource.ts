import { costsImportPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toSourceReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function createSource(
  api: CostsRouter,
  { httpAuth, access, sources }: RouteContext,
): void {
  api.post('/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportPermission);
    const { defaults = {}, name } = req.body;
    const source = await sources.createSource({
      name,
      defaults,
      createdBy: nameOfCaller(credentials),
    });
    res.status(201).json(toSourceReply(source));
  });
}
