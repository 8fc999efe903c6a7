import { z } from 'zod';
import { defineMailTemplate } from '../MailTemplate';
import { formatWhen, instant, link } from '../parameters';

/** To the address that a member wants from now on. */
export const emailChangeNew = defineMailTemplate({
  parameters: z.object({
    memberName: z.string(),
    tenantName: z.string(),
    url: link,
    expiresAt: instant,
  }),
  write: ({ memberName, tenantName, url, expiresAt }) => ({
    subject: 'Confirm your new e-mail address',
    blocks: [
      {
        kind: 'text',
        text: `${memberName} wants to sign in to ${tenantName} with this address. It takes effect once this address and the present one have both confirmed.`,
      },
      { kind: 'action', label: 'Confirm or refuse', url },
      {
        kind: 'note',
        text: `The link works until ${formatWhen(expiresAt)}. If this means nothing to you, refuse or ignore it.`,
      },
    ],
  }),
});

/** To the address that the member has until then. */
export const emailChangeOld = defineMailTemplate({
  parameters: z.object({
    tenantName: z.string(),
    newEmail: z.string(),
    url: link,
    expiresAt: instant,
  }),
  write: ({ tenantName, newEmail, url, expiresAt }) => ({
    subject: 'Confirm the change of your e-mail address',
    blocks: [
      {
        kind: 'text',
        text: `Your account at ${tenantName} is to be signed in to with ${newEmail} instead of this address. It takes effect once both addresses have confirmed.`,
      },
      { kind: 'action', label: 'Confirm or refuse', url },
      {
        kind: 'note',
        text: `The link works until ${formatWhen(expiresAt)}. If you did not ask for it, refuse, and set a new password: somebody knows yours.`,
      },
    ],
  }),
});

/** In place of the above, to an address that a member has already. */
export const emailChangeTaken = defineMailTemplate({
  parameters: z.object({ tenantName: z.string() }),
  write: ({ tenantName }, { appBaseUrl }) => ({
    subject: 'You have an account already',
    blocks: [
      {
        kind: 'text',
        text: `Somebody asked to change the e-mail address of an account at ${tenantName} to this one. That cannot be done, since this address has an account there already. Nothing was changed.`,
      },
      { kind: 'action', label: 'Sign in', url: appBaseUrl },
    ],
  }),
});

/** To both addresses, once the change took effect. */
export const emailChanged = defineMailTemplate({
  parameters: z.object({
    tenantName: z.string(),
    newEmail: z.string(),
    at: instant,
  }),
  write: ({ tenantName, newEmail, at }) => ({
    subject: 'Your e-mail address was changed',
    blocks: [
      {
        kind: 'text',
        text: `Since ${formatWhen(at)} your account at ${tenantName} is signed in to with ${newEmail}.`,
      },
      {
        kind: 'note',
        text: 'If that is wrong, tell an owner of your organization.',
      },
    ],
  }),
});
