import { auditReadPermission } from '@freehold/plugin-tenancy-common';
import { fromCursor } from '../domain/auditCursor';
import { toAuditFilter } from './auditQuery';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listAuditEvents(
  api: TenancyRouter,
  { httpAuth, access, audit }: RouteContext,
): void {
  api.get('/audit-events', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const scope = await access.scopeOf(credentials, auditReadPermission);
    const { cursor, limit = 50, ...query } = req.query;
    res.status(200).json(
      await audit.listAuditEvents(scope, {
        ...toAuditFilter(query),
        after: cursor ? fromCursor(cursor) : undefined,
        limit,
      }),
    );
  });
}
