import type { RouteContext, TenancyRouter } from './RouteContext';

export function getEmailChange(
  api: TenancyRouter,
  { httpAuth, callers, emailChanges }: RouteContext,
): void {
  api.get('/me/email-change', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const member = await callers.getMembership(credentials);
    res.status(200).json(await emailChanges.getEmailChange(member));
  });
}
