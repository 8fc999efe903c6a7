import type { RouteContext, TenancyRouter } from './RouteContext';

export function cancelEmailChange(
  api: TenancyRouter,
  { httpAuth, callers, emailChanges }: RouteContext,
): void {
  api.delete('/me/email-change', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const member = await callers.getMember(credentials);
    await emailChanges.cancelEmailChange(member);
    res.status(204).end();
  });
}
