import type { MailTemplate } from '../MailTemplate';
import {
  emailChanged,
  emailChangeNew,
  emailChangeOld,
  emailChangeTaken,
} from './emailChange';
import { invitation } from './invitation';
import { notification } from './notification';
import { passwordChanged } from './passwordChanged';
import { passwordReset } from './passwordReset';
import { mfaChanged, newDevice, unlock } from './security';

/** All mails the portal can write, by the name that messages call them. */
export const mailTemplates: ReadonlyMap<string, MailTemplate> = new Map(
  Object.entries({
    invitation,
    passwordReset,
    passwordChanged,
    emailChangeNew,
    emailChangeOld,
    emailChangeTaken,
    emailChanged,
    mfaChanged,
    newDevice,
    unlock,
    notification,
  }),
);
