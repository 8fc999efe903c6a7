import { z } from 'zod';
import { defineMailTemplate } from '../MailTemplate';
import { formatWhen, instant } from '../parameters';

/** What may have happened to a member's second factors. */
const factorChanges: Record<string, (name: string) => string> = {
  authenticatorAdded: name => `The authenticator${name} was added`,
  authenticatorRemoved: name => `The authenticator${name} was removed`,
  recoveryCodesRenewed: () => 'New recovery codes were made',
};

/** To a member whose second factors changed. */
export const mfaChanged = defineMailTemplate({
  parameters: z.looseObject({
    change: z.string(),
    /** Of the authenticator. */
    name: z.string().optional(),
    device: z.string().optional(),
    address: z.string().optional(),
    at: instant,
  }),
  write: ({ change, name, device, address, at }, { appBaseUrl }) => ({
    subject: 'How you sign in was changed',
    blocks: [
      {
        kind: 'text',
        text: `${describeChange(change, name)} on ${formatWhen(at)}${describePlace(device, address)}. All your other sessions were ended.`,
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

function describeChange(change: string, name?: string): string {
  const describe = factorChanges[change];
  return describe
    ? describe(name ? ` "${name}"` : '')
    : 'Your second factors were changed';
}

/** Where something happened, as far as it is known. */
function describePlace(device?: string, address?: string): string {
  return [device && ` from ${device}`, address && ` at the address ${address}`]
    .filter(Boolean)
    .join(',');
}

/** To a member who signed in where they never did before. */
export const newDevice = defineMailTemplate({
  parameters: z.looseObject({
    device: z.string().optional(),
    address: z.string().optional(),
    at: instant,
  }),
  write: ({ device, address, at }, { appBaseUrl }) => ({
    subject: 'A sign-in from a new device',
    blocks: [
      {
        kind: 'text',
        text: `Your account was signed in to on ${formatWhen(at)}${describePlace(device, address)}. That device was not used before.`,
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
