import type { Session } from '../http/Session.ts';
import { until } from './until.ts';

interface KeptMail {
  id: string;
  /** What its link carries. */
  token: string;
}

/** Invites somebody to a customer. Returns the invitation's id. */
export async function invite(
  owner: Session,
  customer: string,
  email: string,
): Promise<string> {
  const { id } = await owner.json({
    method: 'POST',
    path: `/api/tenancy/tenants/${customer}/invitations`,
    body: { email, role: 'viewer' },
  });
  return id;
}

/** The mail to an address that the portal keeps, once it is there. */
export async function keptMail(
  operator: Session,
  tenant: string,
  email: string,
  template: string,
): Promise<KeptMail> {
  return until(`a mail to ${email}`, async () => {
    const { items } = await operator.json({
      path: `/api/tenancy/mails?search=${encodeURIComponent(email)}`,
    });
    const found = items.find(
      (mail: { template: string }) => mail.template === template,
    );
    if (!found) {
      return undefined;
    }
    const { text } = await operator.json({
      path: `/api/tenancy/tenants/${tenant}/mails/${found.id}`,
    });
    return { id: found.id, token: /#token=(\S+)/.exec(text)![1] };
  });
}
