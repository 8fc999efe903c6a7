import { credentialManagePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toCloudCredentialReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getCloudCredentials(
  api: SitesRouter,
  { httpAuth, access, cloudCredentials }: RouteContext,
): void {
  api.get('/customers/:customer/cloud-credentials', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, credentialManagePermission, customer);
    const { items, externalId } =
      await cloudCredentials.getCredentials(customer);
    res
      .status(200)
      .json({ items: items.map(toCloudCredentialReply), externalId });
  });
}
