import type { RouteContext, TenancyRouter } from './RouteContext';

export function getMe(
  api: TenancyRouter,
  { httpAuth, callers }: RouteContext,
): void {
  api.get('/me', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.status(200).json(await callers.getMe(credentials));
  });
}
