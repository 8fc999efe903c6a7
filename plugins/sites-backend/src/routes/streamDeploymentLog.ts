import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { siteReadPermission } from '@freehold/plugin-sites-common';
import {
  isStillSignedIn,
  type TenantAccess,
} from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS } from './callers';
import type { RouteContext, SitesRouter } from './RouteContext';

export function streamDeploymentLog(
  api: SitesRouter,
  { auth, httpAuth, access, logStream }: RouteContext,
): void {
  api.get(
    '/customers/:customer/deployments/:deployment/log',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(credentials, siteReadPermission, customer);
      await logStream.send(res, {
        tenant: customer,
        deploymentId: deployment,
        after: req.query.after ?? 0,
        isStillAllowed: () =>
          mayStillRead({ auth, access }, credentials, customer),
      });
    },
  );
}

/** Whether the caller is still signed in, a member, and in a role that reads. */
async function mayStillRead(
  { auth, access }: { auth: AuthService; access: TenantAccess },
  credentials: BackstageCredentials,
  customer: string,
): Promise<boolean> {
  if (
    auth.isPrincipal(credentials, 'user') &&
    !(await isStillSignedIn(auth, credentials))
  ) {
    return false;
  }
  try {
    await access.authorize(credentials, siteReadPermission, customer);
    return true;
  } catch {
    return false;
  }
}
