import { z } from 'zod';
import { defineMailTemplate } from '../MailTemplate';
import { formatWhen, instant } from '../parameters';

/** To a member whose second factors changed. */
export const mfaChanged = defineMailTemplate({
  parameters: z.looseObject({
    tenantName: z.string().optional(),
    /** What happened, as a sentence. */
    change: z.string().optional(),
    at: instant.optional(),
  }),
  write: ({ tenantName, change, at }, { appBaseUrl, businessName }) => ({
    subject: 'How you sign in was changed',
    blocks: [
      {
        kind: 'text',
        text:
          change ??
          `The second factors of your account at ${tenantName ?? businessName} were changed${at ? ` on ${formatWhen(at)}` : ''}.`,
      },
      {
        kind: 'text',
        text: 'If that was not you, set a new password at once and tell an owner of your organization.',
      },
      {
        kind: 'action',
        label: 'See how you sign in',
        url: `${appBaseUrl}/account/security`,
      },
    ],
  }),
});

/** To a member who signed in where they never did before. */
export const newDevice = defineMailTemplate({
  parameters: z.looseObject({
    tenantName: z.string().optional(),
    device: z.string().optional(),
    address: z.string().optional(),
    at: instant.optional(),
  }),
  write: (
    { tenantName, device, address, at },
    { appBaseUrl, businessName },
  ) => ({
    subject: 'A sign-in from a new device',
    blocks: [
      {
        kind: 'text',
        text: `Your account at ${tenantName ?? businessName} was signed in to from ${device ?? 'a device'} that was not used before${address ? `, at the network address ${address}` : ''}${at ? `, on ${formatWhen(at)}` : ''}.`,
      },
      {
        kind: 'text',
        text: 'If that was not you, end that session and set a new password.',
      },
      {
        kind: 'action',
        label: 'See your sessions',
        url: `${appBaseUrl}/account/security`,
      },
    ],
  }),
});

/** To a member whose account the staff or an owner opened again. */
export const unlock = defineMailTemplate({
  parameters: z.looseObject({
    tenantName: z.string().optional(),
    at: instant.optional(),
  }),
  write: ({ tenantName, at }, { appBaseUrl, businessName }) => ({
    subject: 'You can sign in again',
    blocks: [
      {
        kind: 'text',
        text: `Your account at ${tenantName ?? businessName} was locked after too many failed sign-ins, and is open again${at ? ` since ${formatWhen(at)}` : ''}.`,
      },
      { kind: 'action', label: 'Sign in', url: appBaseUrl },
      {
        kind: 'note',
        text: 'If the failed sign-ins were not yours, your password still holds; a second factor makes it safer.',
      },
    ],
  }),
});
