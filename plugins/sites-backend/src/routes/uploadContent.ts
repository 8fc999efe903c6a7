import { siteOrderPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function uploadContent(
  api: SitesRouter,
  { httpAuth, access, contents }: RouteContext,
): void {
  api.post('/customers/:customer/contents', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, siteOrderPermission, customer);
    const content = await contents.uploadContent(customer, req, {
      by: nameOfCaller(credentials),
    });
    res.status(201).json({ ...content });
  });
}
