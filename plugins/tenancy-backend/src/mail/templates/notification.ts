import { z } from 'zod';
import { defineMailTemplate, type MailBlock } from '../MailTemplate';
import { portalLink } from '../parameters';

/** A notification of the portal, to a member who wants it by mail. */
export const notification = defineMailTemplate({
  parameters: z.looseObject({
    title: z.string(),
    description: z.string().optional(),
    /** Within the portal, absolute or not. */
    link: z.string().optional(),
  }),
  write: ({ title, description, link }, { appBaseUrl }) => {
    const url = link && portalLink(link, appBaseUrl);
    const blocks: MailBlock[] = [{ kind: 'text', text: description ?? title }];
    if (url) {
      blocks.push({ kind: 'action', label: 'Open in the portal', url });
    }
    blocks.push({
      kind: 'note',
      text: 'You decide in the settings of the portal what it tells you by mail.',
    });
    return { subject: title, blocks };
  },
});
