import type { Notification } from '@backstage/plugin-notifications-common';
import type {
  NotificationProcessor,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { isMailedBySender } from '@freehold/plugin-tenancy-common';
import type {
  Membership,
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { deriveUuid } from './deriveUuid';

/** Name of the channel, by which preferences know it. */
export const MAIL_CHANNEL = 'Mail';

/**
 * Sends notifications by mail to those whose preferences say so, which
 * Backstage asks before. What its sender mails is not mailed twice. Also ends broadcasts, whoever sends them: one would
 * reach every tenant.
 */
export class MailProcessor implements NotificationProcessor {
  static create(options: {
    database: TenantDatabase;
    directory: Pick<TenantDirectory, 'findMembership'>;
    outbox: Pick<Outbox, 'put'>;
    /** Where the portal is, for links. */
    baseUrl: string;
  }): MailProcessor {
    return new MailProcessor(options);
  }

  private constructor(
    private readonly options: Parameters<typeof MailProcessor.create>[0],
  ) {}

  getName(): string {
    return MAIL_CHANNEL;
  }

  async processOptions(
    options: NotificationSendOptions,
  ): Promise<NotificationSendOptions> {
    return options.recipients.type === 'broadcast'
      ? { ...options, recipients: { type: 'entity', entityRef: [] } }
      : options;
  }

  async postProcess(notification: Notification): Promise<void> {
    if (isMailedBySender(notification.payload.topic)) {
      return;
    }
    const membership =
      notification.user &&
      (await this.options.directory.findMembership(notification.user));
    if (membership) {
      await this.send(notification, membership);
    }
  }

  private async send(
    { id, user, payload }: Notification,
    { tenant, email, displayName }: Membership,
  ): Promise<void> {
    const { database, outbox, baseUrl } = this.options;
    await database.transaction(tenant, trx =>
      outbox.put(trx, {
        kind: 'mail',
        // The same for a notification that is delivered again.
        id: deriveUuid(`${payload.scope ?? id} ${user}`),
        tenant,
        to: { email, name: displayName },
        template: 'notification',
        parameters: {
          title: payload.title,
          ...(payload.description && { description: payload.description }),
          ...(payload.link && { link: new URL(payload.link, baseUrl).href }),
        },
      }),
    );
  }
}
