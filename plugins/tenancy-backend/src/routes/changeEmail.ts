import { addressOf } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function changeEmail(
  api: TenancyRouter,
  { httpAuth, callers, emailChanges }: RouteContext,
): void {
  api.post('/me/email-change', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const member = await callers.getMember(credentials);
    res
      .status(202)
      .json(await emailChanges.changeEmail(member, req.body, addressOf(req)));
  });
}
