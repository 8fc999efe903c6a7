import { expect, type Page } from 'playwright/test';
import { callApi } from './api';

interface KeptMail {
  subject: string;
  text: string;
  /** The first link of the mail. */
  link: string;
  /** Path of the page on which operators read it. */
  page: string;
}

interface MailList {
  items: { tenant: string; id: string; subject: string }[];
}

/**
 * The newest mail to an address that waits in the portal's own outbox.
 *
 * @param operator - signed in as one
 * @param subject - that it must have, when given
 */
export async function untilMail(
  operator: Page,
  recipient: string,
  subject = '',
): Promise<KeptMail> {
  let found: MailList['items'][number] | undefined;
  const search = encodeURIComponent(recipient);
  await expect(async () => {
    const { items } = await callApi<MailList>(
      operator,
      'GET',
      `/api/tenancy/mails?search=${search}`,
    );
    found = items.find(mail => mail.subject.includes(subject));
    expect(found).toBeDefined();
  }).toPass({ timeout: 15_000 });
  const { tenant, id } = found!;
  const mail = await callApi<{ subject: string; text: string }>(
    operator,
    'GET',
    `/api/tenancy/tenants/${tenant}/mails/${id}`,
  );
  return {
    ...mail,
    link: /https?:\/\/\S+#token=\S+/.exec(mail.text)![0],
    page: `/outbox/${tenant}/${id}`,
  };
}
