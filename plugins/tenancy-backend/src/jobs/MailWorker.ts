import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EnvelopeCipher,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import {
  takeDueMails,
  updateMailRow,
  type MailRow,
} from '../database/mailsStore';
import { delayAfterAttempts } from '../domain/mailRetries';
import type { MailSurroundings } from '../mail/MailTemplate';
import { MailParameters } from '../mail/MailParameters';
import { DeliveryError, type MailTransport } from '../mail/MailTransport';
import { writeMail } from '../mail/writeMail';

interface MailWorkerOptions {
  database: TenantDatabase;
  cipher: EnvelopeCipher;
  transport: MailTransport;
  surroundings: Omit<MailSurroundings, 'recipientName'>;
  logger: LoggerService;
  /** Between two looks for mails that are due. */
  pollMs?: number;
}

const POLL_MS = 2_000;
const BATCH_SIZE = 10;
/** Longer than the transport's patience with a whole batch. */
const LEASE_MS = 10 * 60 * 1000;

/**
 * Sends the mails that are due. Every replica has one; each takes mails that
 * no other has. A mail goes out at least once: twice when the process dies
 * between the server's word and the note of it.
 */
export class MailWorker {
  static create(options: MailWorkerOptions): MailWorker {
    return new MailWorker(options, MailParameters.create(options.cipher));
  }

  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;
  private isStopped = false;

  private constructor(
    private readonly options: MailWorkerOptions,
    private readonly parameters: MailParameters,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.round ??= this.sendDue().finally(() => {
        this.round = undefined;
      });
    }, this.options.pollMs ?? POLL_MS);
    this.timer.unref();
  }

  /** Resolves when the mails under way are done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.round;
    this.options.transport.close();
  }

  private async sendDue(): Promise<void> {
    try {
      for (;;) {
        const mails = await this.take();
        for (const mail of mails) {
          await this.settle(mail);
        }
        if (mails.length < BATCH_SIZE || this.isStopped) {
          return;
        }
      }
    } catch (error) {
      if (!this.isStopped) {
        this.options.logger.warn(`Could not look after mails: ${error}`);
      }
    }
  }

  private async take(): Promise<MailRow[]> {
    const now = new Date();
    return this.options.database.acrossTenants('send mails that are due', trx =>
      takeDueMails(trx, {
        now,
        leaseUntil: new Date(now.getTime() + LEASE_MS),
        limit: BATCH_SIZE,
      }),
    );
  }

  private async settle(mail: MailRow): Promise<void> {
    const changes = await this.send(mail).then(
      () => ({
        state: 'sent' as const,
        sent_at: new Date(),
        sealed_parameters: null,
        last_problem: null,
      }),
      error => this.noteProblem(mail, error),
    );
    const key = { tenant: mail.tenant_id, id: mail.mail_id };
    await this.options.database.transaction(key.tenant, trx =>
      updateMailRow(trx, key, changes),
    );
  }

  private async send(mail: MailRow): Promise<void> {
    const parameters = await this.parameters.open(mail);
    const name = mail.recipient_name ?? undefined;
    await this.options.transport.send({
      id: mail.mail_id,
      to: { email: mail.recipient_email, name },
      ...writeMail(mail.template, parameters, {
        ...this.options.surroundings,
        recipientName: name,
      }),
    });
  }

  private noteProblem(mail: MailRow, error: unknown): Partial<MailRow> {
    const isKnown = error instanceof DeliveryError;
    const problem = isKnown ? error.problem : 'The mail could not be made.';
    this.options.logger.warn(`A mail was not sent: ${problem}`, {
      tenant: mail.tenant_id,
      mail: mail.mail_id,
      template: mail.template,
    });
    const now = Date.now();
    const nextAttemptAt = new Date(now + delayAfterAttempts(mail.attempts));
    const isOver =
      (isKnown && error.isFinal) || nextAttemptAt > mail.give_up_at;
    return {
      last_problem: problem,
      ...(isOver ? { state: 'failed' } : { next_attempt_at: nextAttemptAt }),
    };
  }
}
