import { siteReadPermission } from '@freehold/plugin-sites-common';
import { pipeline } from 'node:stream/promises';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { LogLine } from '../database/DeploymentLogStore';
import type { RouteContext, SitesRouter } from './RouteContext';

export function downloadDeploymentLog(
  api: SitesRouter,
  { httpAuth, access, logs }: RouteContext,
): void {
  api.get(
    '/customers/:customer/deployments/:deployment/log/download',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(credentials, siteReadPermission, customer);
      const found = await logs.readLog(customer, deployment);
      const { name } = found.deployment.desired;
      res.status(200);
      res.attachment(`${customer}-${name}-${deployment}.log.txt`);
      res.set('Cache-Control', 'no-store');
      res.type('text/plain');
      await pipeline(toText(found.parts), res);
    },
  );
}

async function* toText(parts: AsyncIterable<LogLine[]>) {
  for await (const lines of parts) {
    yield lines
      .map(({ at, stream, text }) => `${at.toISOString()} ${stream} ${text}\n`)
      .join('');
  }
}
