import { siteSuspendPermission } from '@freehold/plugin-sites-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS, nameOfCaller } from './callers';
import { toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function resumeSite(
  api: SitesRouter,
  { httpAuth, auditor, access, sites }: RouteContext,
): void {
  api.post('/customers/:customer/sites/:site/resume', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    const changed = await audited(
      auditor,
      { eventId: 'site-resume', request: req, meta: { customer, site } },
      async () => {
        await access.authorize(credentials, siteSuspendPermission, customer);
        return sites.resumeSite(customer, site, {
          by: nameOfCaller(credentials),
        });
      },
    );
    res.status(200).json(toSiteReply(changed));
  });
}
