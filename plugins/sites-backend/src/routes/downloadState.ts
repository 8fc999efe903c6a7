import { stateReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function downloadState(
  api: SitesRouter,
  { httpAuth, access, states }: RouteContext,
): void {
  api.get(
    '/customers/:customer/sites/:site/states/:version/download',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, site, version } = req.params;
      await access.authorize(credentials, stateReadPermission, customer);
      const { name, state } = await states.download(customer, site, version);
      res.status(200);
      res.attachment(name);
      res.set('Cache-Control', 'no-store');
      res.type('application/json');
      res.end(state);
    },
  );
}
