import { setTimeout } from 'node:timers/promises';
import type { TenancyBackend } from './startTenancyBackend';

export interface KeptMail {
  tenant: string;
  to: string;
  template: string;
  text: string;
  /** Token of the first link, where it has one. */
  token?: string;
}

/**
 * The mails that were kept so far, oldest first, as operators read them.
 *
 * @param count - waits until there are so many
 */
export async function openMails(
  portal: TenancyBackend,
  count: number,
): Promise<KeptMail[]> {
  const staff = portal.as('default/olga');
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await staff.get('/api/tenancy/mails?limit=200');
    if (body.total >= count) {
      const mails: KeptMail[] = [];
      for (const { tenant, id } of body.items.reverse()) {
        const opened = await staff.get(
          `/api/tenancy/tenants/${tenant}/mails/${id}`,
        );
        mails.push(toKeptMail(opened.body));
      }
      return mails;
    }
    await setTimeout(25);
  }
  throw new Error(`There never were ${count} mails`);
}

function toKeptMail(body: Record<string, any>): KeptMail {
  return {
    tenant: body.tenant,
    to: body.recipient.email,
    template: body.template,
    text: body.text,
    token: /#token=(\S+)/.exec(body.text)?.[1],
  };
}
