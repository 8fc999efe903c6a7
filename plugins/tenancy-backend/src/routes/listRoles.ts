import type { RouteContext, TenancyRouter } from './RouteContext';

export function listRoles(
  api: TenancyRouter,
  { httpAuth, callers, accessTable }: RouteContext,
): void {
  api.get('/roles', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const reader = await callers.getMembership(credentials);
    res.status(200).json(accessTable.listRoles(reader));
  });
}
