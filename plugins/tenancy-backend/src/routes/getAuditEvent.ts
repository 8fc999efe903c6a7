import { auditReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function getAuditEvent(
  api: TenancyRouter,
  { httpAuth, access, audit }: RouteContext,
): void {
  api.get('/customers/:customer/audit-events/:event', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer, event } = req.params;
    const scope = await access.scopeOf(credentials, auditReadPermission);
    res.status(200).json(await audit.getAuditEvent(scope, customer, event));
  });
}
