import { z } from 'zod';
import { defineMailTemplate } from '../MailTemplate';
import { formatWhen, instant, link } from '../parameters';

/** To a member for whom a new password was asked. */
export const passwordReset = defineMailTemplate({
  parameters: z.object({
    tenantName: z.string(),
    url: link,
    expiresAt: instant,
  }),
  write: ({ tenantName, url, expiresAt }) => ({
    subject: `Set a new password for ${tenantName}`,
    blocks: [
      {
        kind: 'text',
        text: `A new password was asked for your account at ${tenantName}.`,
      },
      { kind: 'action', label: 'Set a new password', url },
      {
        kind: 'note',
        text: `The link works once, until ${formatWhen(expiresAt)}. If you did not ask for it, ignore this mail: your password stays as it is.`,
      },
    ],
  }),
});
