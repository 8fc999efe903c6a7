import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toLogLineReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

const MOST_LINES = 1_000;

export function searchDeploymentLog(
  api: SitesRouter,
  { httpAuth, access, logs }: RouteContext,
): void {
  api.get(
    '/customers/:customer/deployments/:deployment/log/search',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(credentials, siteReadPermission, customer);
      const { text, after } = req.query;
      const { items, total } = await logs.searchLog(customer, deployment, {
        text,
        after: after ?? 0,
        limit: MOST_LINES,
      });
      res.status(200).json({ items: items.map(toLogLineReply), total });
    },
  );
}
