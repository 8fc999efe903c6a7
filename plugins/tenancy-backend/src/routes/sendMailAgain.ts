import { mailSendPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function sendMailAgain(
  api: TenancyRouter,
  { httpAuth, access, mails }: RouteContext,
): void {
  api.post('/tenants/:tenant/mails/:mail/send-again', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await access.authorizeEverywhere(credentials, mailSendPermission);
    const { tenant, mail } = req.params;
    res.status(200).json(await mails.sendMailAgain({ tenant, id: mail }));
  });
}
