import { deadLetterReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toDeadLetterReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listDeadLetters(
  api: SitesRouter,
  { httpAuth, access, deadLetters }: RouteContext,
): void {
  api.get('/dead-letters', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, deadLetterReadPermission);
    const { customer, offset, limit } = req.query;
    const page = await deadLetters.listDeadLetters(scope, {
      customer: customer || undefined,
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res
      .status(200)
      .json({ items: page.items.map(toDeadLetterReply), total: page.total });
  });
}
