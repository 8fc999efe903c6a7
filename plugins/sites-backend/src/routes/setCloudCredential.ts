import { credentialManagePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toCloudCredentialReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function setCloudCredential(
  api: SitesRouter,
  { httpAuth, access, cloudCredentials }: RouteContext,
): void {
  api.put('/customers/:customer/cloud-credentials/:cloud', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, cloud } = req.params;
    await access.authorize(credentials, credentialManagePermission, customer);
    const saved = await cloudCredentials.setCredential(
      customer,
      cloud,
      req.body,
      { by: nameOfCaller(credentials) },
    );
    res.status(200).json(toCloudCredentialReply(saved));
  });
}
