import { mailReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function getMail(
  api: TenancyRouter,
  { httpAuth, access, mails }: RouteContext,
): void {
  api.get('/tenants/:tenant/mails/:mail', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await access.authorizeEverywhere(credentials, mailReadPermission);
    const { tenant, mail } = req.params;
    res.status(200).json(await mails.getMail({ tenant, id: mail }));
  });
}
