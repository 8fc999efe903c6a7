import { tellRetryAfter } from './tellRetryAfter';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function changeEmail(
  api: TenancyRouter,
  { httpAuth, callers, emailChanges }: RouteContext,
): void {
  api.post('/me/email-change', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const member = await callers.getMember(credentials);
    const change = await emailChanges
      .changeEmail(member, req.body, req.ip ?? 'unknown')
      .catch(tellRetryAfter(res));
    res.status(202).json(change);
  });
}
