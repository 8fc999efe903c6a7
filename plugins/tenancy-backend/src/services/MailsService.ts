import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  EnvelopeCipher,
  MailMessage,
  Outbox,
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  deleteMailsBefore,
  findMailRow,
  insertMail,
  listMailPage,
  toMail,
  updateMailRow,
  type MailFilter,
  type MailKey,
  type MailRow,
} from '../database/mailsStore';
import { GIVE_UP_AFTER_MS } from '../domain/mailRetries';
import type { Mail, OpenedMail, Page } from '../domain/types';
import type { MailConfig } from '../mail/mailConfig';
import { MailParameters } from '../mail/MailParameters';
import { writeMail } from '../mail/writeMail';

/** Mails as they are received, looked at, and sent again. */
export class MailsService {
  static create(options: {
    database: TenantDatabase;
    cipher: EnvelopeCipher;
    outbox: Outbox;
    config: MailConfig;
  }): MailsService {
    return new MailsService(options, MailParameters.create(options.cipher));
  }

  private constructor(
    private readonly options: {
      database: TenantDatabase;
      outbox: Outbox;
      config: MailConfig;
    },
    private readonly parameters: MailParameters,
  ) {}

  /**
   * Takes a mail from an outbox, once however often it comes. One that cannot
   * be written is kept as failed, so that it is seen and holds nothing up.
   */
  async receiveMail(message: MailMessage): Promise<void> {
    const { database, config } = this.options;
    const { id, tenant, to, template, parameters } = message;
    const now = new Date();
    const outcome = this.judge(message);
    const sealed = await this.parameters.seal({ tenant, id }, parameters);
    await database.transaction(tenant, trx =>
      insertMail(trx, {
        tenant_id: tenant,
        mail_id: id,
        recipient_email: to.email,
        recipient_name: to.name ?? null,
        template,
        subject: outcome.subject,
        sealed_parameters: sealed,
        state: outcome.problem ? 'failed' : stateOfNew(config),
        next_attempt_at: now,
        give_up_at: new Date(now.getTime() + GIVE_UP_AFTER_MS),
        last_problem: outcome.problem ?? null,
        created_at: now,
      }),
    );
  }

  async listMails(
    filter: MailFilter,
  ): Promise<Page<Mail> & { isSending: boolean }> {
    const { database, config } = this.options;
    const page = await database.acrossTenants('list mails for staff', trx =>
      listMailPage(trx, filter),
    );
    return { ...page, isSending: config.smtp !== undefined };
  }

  /**
   * A mail, with its words where it was kept to be read here. What goes out by
   * SMTP holds links for its recipient only.
   *
   * @throws NotFoundError
   */
  async getMail(key: MailKey): Promise<OpenedMail> {
    const { database, config } = this.options;
    const row = await database.transaction(key.tenant, trx =>
      requireMail(trx, key),
    );
    if (config.smtp || row.state !== 'kept') {
      return toMail(row);
    }
    const { text, html } = writeMail(
      row.template,
      await this.parameters.open(row),
      {
        ...config.surroundings,
        recipientName: row.recipient_name ?? undefined,
      },
    );
    return { ...toMail(row), text, html };
  }

  /**
   * Has a mail that failed, or was kept while there was no server, sent anew.
   *
   * @throws NotFoundError
   * @throws ConflictError when it is on its way, went out, or there is no server
   */
  async sendMailAgain(key: MailKey): Promise<Mail> {
    const { database, outbox, config } = this.options;
    if (!config.smtp) {
      throw new ConflictError(
        "No mail server is configured; set 'tenancy.mail.smtp' first",
      );
    }
    return database.transaction(key.tenant, async trx => {
      const row = await requireMail(trx, key);
      if (row.state !== 'failed' && row.state !== 'kept') {
        throw new ConflictError(
          row.state === 'sent'
            ? 'This mail went out already'
            : 'This mail is on its way',
        );
      }
      const now = new Date();
      await updateMailRow(trx, key, {
        state: 'queued',
        attempts: 0,
        next_attempt_at: now,
        give_up_at: new Date(now.getTime() + GIVE_UP_AFTER_MS),
        last_problem: null,
      });
      await outbox.recordAudit(trx, {
        tenant: key.tenant,
        action: 'sendMailAgain',
        object: { kind: 'mail', id: key.id, name: row.subject },
      });
      return toMail(await requireMail(trx, key));
    });
  }

  /** Deletes what is older than the configured retention. */
  async purgeMails(now: Date): Promise<void> {
    const { database, config } = this.options;
    await database.acrossTenants('purge old mails', trx =>
      deleteMailsBefore(trx, new Date(now.getTime() - config.retentionMs)),
    );
  }

  private judge({ template, parameters, to }: MailMessage): {
    subject: string;
    problem?: string;
  } {
    try {
      return writeMail(template, parameters, {
        ...this.options.config.surroundings,
        recipientName: to.name,
      });
    } catch (error) {
      return { subject: template, problem: (error as Error).message };
    }
  }
}

function stateOfNew(config: MailConfig): 'queued' | 'kept' {
  return config.smtp ? 'queued' : 'kept';
}

async function requireMail(
  trx: TenantTransaction,
  key: MailKey,
): Promise<MailRow> {
  const row = await findMailRow(trx, key);
  if (!row) {
    throw new NotFoundError(`There is no mail '${key.id}'`);
  }
  return row;
}
