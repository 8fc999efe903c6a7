import type { RouteContext, SitesRouter } from './RouteContext';

export function listSiteIds(
  api: SitesRouter,
  { httpAuth, sites }: RouteContext,
): void {
  api.get('/site-ids', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    res.status(200).json({ customers: await sites.listSiteIds() });
  });
}
