import { createTransport, type Transporter } from 'nodemailer';
import type { SmtpSettings } from './mailConfig';
import type { RenderedMail } from './renderMail';

/** A mail on its way to the server. */
export interface OutgoingMail extends RenderedMail {
  /** The same at every attempt, so that receivers know a repetition. */
  id: string;
  to: { email: string; name?: string };
}

/** The server did not take a mail. */
export class DeliveryError extends Error {
  /**
   * @param problem - for staff; of the mail it says nothing
   * @param isFinal - trying again would change nothing
   */
  constructor(
    readonly problem: string,
    readonly isFinal: boolean,
  ) {
    super(problem);
  }
}

const PATIENCE_MS = 20_000;

/** Hands mails to an SMTP server. */
export class MailTransport {
  static create(options: { from: string; smtp: SmtpSettings }): MailTransport {
    const { from, smtp } = options;
    const { host, port, secure, user, password } = smtp;
    return new MailTransport(
      from,
      createTransport({
        host,
        port,
        secure,
        // Links to set passwords do not travel in the clear.
        requireTLS: !secure && !isLoopback(host),
        auth: user && password ? { user, pass: password } : undefined,
        pool: true,
        maxConnections: 2,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    );
  }

  private constructor(
    private readonly from: string,
    private readonly transporter: Transporter,
  ) {}

  /** @throws DeliveryError */
  async send({ id, to, subject, text, html }: OutgoingMail): Promise<void> {
    try {
      await this.transporter.sendMail({
        from: this.from,
        to: { address: to.email, name: to.name ?? '' },
        subject,
        text,
        html,
        messageId: `<${id}@${domainOf(this.from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw toDeliveryError(error);
    }
  }

  close(): void {
    this.transporter.close();
  }
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
}

/** The server's own words may quote the mail, so only its numbers are kept. */
function toDeliveryError(error: any): DeliveryError {
  const { code, responseCode } = error;
  const number = responseCode ? ` (${responseCode})` : '';
  switch (code) {
    case 'EENVELOPE':
      return new DeliveryError(
        `The mail server does not take mail for this address${number}.`,
        responseCode >= 500,
      );
    case 'EMESSAGE':
      return new DeliveryError(
        `The mail server refused the mail${number}.`,
        responseCode >= 500,
      );
    case 'EAUTH':
      return new DeliveryError(
        `The mail server refused the user or the password${number}.`,
        false,
      );
    case 'ETLS':
      return new DeliveryError(
        'The mail server offers no encrypted line.',
        false,
      );
    default:
      return new DeliveryError(
        `The mail server cannot be reached (${code ?? 'unknown'}).`,
        false,
      );
  }
}
