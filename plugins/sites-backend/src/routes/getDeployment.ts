import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getDeployment(
  api: SitesRouter,
  { httpAuth, access, deployments }: RouteContext,
): void {
  api.get('/customers/:customer/deployments/:deployment', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, deployment } = req.params;
    await access.authorize(credentials, siteReadPermission, customer);
    res
      .status(200)
      .json(
        toDeploymentReply(
          await deployments.getDeployment(customer, deployment),
        ),
      );
  });
}
