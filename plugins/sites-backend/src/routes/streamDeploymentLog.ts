import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { siteReadPermission } from '@freehold/plugin-sites-common';
import {
  ALLOWED_CALLERS,
  isStillSignedIn,
  type TenantAccess,
} from '@freehold/plugin-tenancy-node';
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
        after: req.query.after ?? lastSeen(req.header('last-event-id')),
        isStillAllowed: () =>
          mayStillRead({ auth, access }, credentials, customer),
      });
    },
  );
}

/** What a browser that reconnects by itself says; nonsense is nothing. */
function lastSeen(header = ''): number {
  return /^\d{1,15}$/.test(header) ? Number(header) : 0;
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
