import { z } from 'zod';
import { defineMailTemplate } from '../MailTemplate';
import { formatWhen, instant, link } from '../parameters';

/** To somebody who is asked to become a member, or one of the staff. */
export const invitation = defineMailTemplate({
  parameters: z.object({
    inviterName: z.string().optional(),
    tenantName: z.string(),
    /** What the role may do, as in "Developer". */
    role: z.string(),
    url: link,
    expiresAt: instant,
  }),
  write: ({ inviterName, tenantName, role, url, expiresAt }, surroundings) => ({
    subject: `Your invitation to ${tenantName}`,
    blocks: [
      {
        kind: 'text',
        text: `${inviterName ?? surroundings.businessName} invites you to work with ${tenantName} in the portal of ${surroundings.businessName}. Your role will be: ${role}.`,
      },
      { kind: 'action', label: 'Accept the invitation', url },
      {
        kind: 'note',
        text: `The link works once, until ${formatWhen(expiresAt)}. If you did not expect it, ignore this mail: nothing happens without you.`,
      },
    ],
  }),
});
