import { auditReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function getAuditHealth(
  api: TenancyRouter,
  { httpAuth, access, audit }: RouteContext,
): void {
  api.get('/audit-health', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const scope = await access.scopeOf(credentials, auditReadPermission);
    res.status(200).json(await audit.getAuditHealth(scope));
  });
}
