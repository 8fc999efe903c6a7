import { costsMarkupPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toMarkupReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function setMarkup(
  api: CostsRouter,
  { httpAuth, access, markups }: RouteContext,
): void {
  api.put('/markups', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsMarkupPermission);
    const { percent, ...key } = req.body;
    const setBy = nameOfCaller(credentials);
    const markup = await markups.setMarkup(key, { percent, setBy });
    res.status(200).json(toMarkupReply(markup));
  });
}
