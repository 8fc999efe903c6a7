import { siteOrderPermission } from '@freehold/plugin-sites-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS, nameOfCaller } from './callers';
import type { RouteContext, SitesRouter } from './RouteContext';

export function uploadContent(
  api: SitesRouter,
  { httpAuth, auditor, access, contents }: RouteContext,
): void {
  api.post('/customers/:customer/contents', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    const content = await audited(
      auditor,
      { eventId: 'content-upload', request: req, meta: { customer } },
      async () => {
        await access.authorize(credentials, siteOrderPermission, customer);
        return contents.uploadContent(customer, req, {
          by: nameOfCaller(credentials),
        });
      },
    );
    res.status(201).json({ ...content });
  });
}
