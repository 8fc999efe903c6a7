import { mailReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listMails(
  api: TenancyRouter,
  { httpAuth, access, mails }: RouteContext,
): void {
  api.get('/mails', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await access.authorizeEverywhere(credentials, mailReadPermission);
    const { offset = 0, limit = 50, ...filter } = req.query;
    res.status(200).json(await mails.listMails({ ...filter, offset, limit }));
  });
}
