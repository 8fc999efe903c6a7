import type { RouteContext, TenancyRouter } from './RouteContext';

export function explainAccess(
  api: TenancyRouter,
  { httpAuth, callers, accessTable }: RouteContext,
): void {
  api.get('/access', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const reader = await callers.getMembership(credentials);
    const { action, object } = req.query;
    res
      .status(200)
      .json(await accessTable.explainAccess(reader, action, object));
  });
}
