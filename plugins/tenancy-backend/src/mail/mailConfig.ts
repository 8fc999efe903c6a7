import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { MailSurroundings } from './MailTemplate';

/** How to reach the server that takes mail. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte on, instead of STARTTLS. */
  secure: boolean;
  user?: string;
  password?: string;
}

/** Settings of mail; durations in milliseconds. */
export interface MailConfig {
  /** Sender, as `Name <address>` or an address. */
  from: string;
  /** Absent: mails are kept for staff to read. */
  smtp?: SmtpSettings;
  /** How long mails are kept in the list. */
  retentionMs: number;
  surroundings: Omit<MailSurroundings, 'recipientName'>;
}

const DAY = 24 * 60 * 60 * 1000;
const SUBMISSION_PORT = 587;
const SMTPS_PORT = 465;

/** @throws InputError naming the setting that is wrong */
export function readMailConfig(config: Config): MailConfig {
  const mail = config.getOptionalConfig('tenancy.mail');
  const appBaseUrl = (
    config.getOptionalString('app.baseUrl') ?? 'http://localhost:7007'
  ).replace(/\/+$/, '');
  const businessName = config.getOptionalString('organization.name') ?? 'Staff';
  const smtp = mail?.getOptionalConfig('smtp');
  const from = mail?.getOptionalString('from');
  if (smtp && !from) {
    throw new InputError(
      "Missing setting 'tenancy.mail.from': give the address that mails come from",
    );
  }
  return {
    from: from ?? `portal@${new URL(appBaseUrl).hostname}`,
    smtp: smtp && readSmtpSettings(smtp),
    retentionMs: mail?.has('retention')
      ? durationToMilliseconds(
          readDurationFromConfig(mail, { key: 'retention' }),
        )
      : 30 * DAY,
    surroundings: { businessName, appBaseUrl },
  };
}

function readSmtpSettings(smtp: Config): SmtpSettings {
  const secure = smtp.getOptionalBoolean('secure') ?? false;
  const user = smtp.getOptionalString('user');
  const password = smtp.getOptionalString('password');
  if (Boolean(user) !== Boolean(password)) {
    throw new InputError(
      "The settings 'tenancy.mail.smtp.user' and 'tenancy.mail.smtp.password' go together: give both or none",
    );
  }
  return {
    host: smtp.getString('host'),
    port:
      smtp.getOptionalNumber('port') ?? (secure ? SMTPS_PORT : SUBMISSION_PORT),
    secure,
    user,
    password,
  };
}
