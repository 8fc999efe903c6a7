import { credentialManagePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function removeCloudCredential(
  api: SitesRouter,
  { httpAuth, access, cloudCredentials }: RouteContext,
): void {
  api.delete(
    '/customers/:customer/cloud-credentials/:cloud',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, cloud } = req.params;
      await access.authorize(credentials, credentialManagePermission, customer);
      await cloudCredentials.removeCredential(customer, cloud);
      res.status(204).end();
    },
  );
}
