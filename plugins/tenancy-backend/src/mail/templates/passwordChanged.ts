import { z } from 'zod';
import { defineMailTemplate } from '../MailTemplate';
import { formatWhen, instant } from '../parameters';

/** To a member whose password was just changed. */
export const passwordChanged = defineMailTemplate({
  parameters: z.object({ tenantName: z.string(), at: instant }),
  write: ({ tenantName, at }, { appBaseUrl }) => ({
    subject: `Your password for ${tenantName} was changed`,
    blocks: [
      {
        kind: 'text',
        text: `The password of your account at ${tenantName} was changed on ${formatWhen(at)}. You were signed out everywhere.`,
      },
      {
        kind: 'text',
        text: 'If that was not you, set a new password at once and tell an owner of your organization.',
      },
      {
        kind: 'action',
        label: 'Set a new password',
        url: `${appBaseUrl}/forgot-password`,
      },
    ],
  }),
});
