import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  NotificationMessage,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { MessageReceiver } from './receiveOutbox';

/**
 * Hands notifications to Backstage, for the active members of the tenant that
 * they are about and for staff. Whoever else a message names gets nothing.
 */
export function receiveNotification(options: {
  directory: Pick<TenantDirectory, 'findMembership'>;
  notifications: NotificationService;
  logger: LoggerService;
}): MessageReceiver<'notification'> {
  return async message => {
    const entityRef = await allowedRecipients(options, message);
    if (entityRef.length === 0) {
      return;
    }
    const { id, title, description, link, topic, severity } = message;
    await options.notifications.send({
      recipients: { type: 'entity', entityRef },
      // Backstage keeps one notification of a scope for each recipient, so
      // that a message that comes twice is told once.
      payload: { title, description, link, topic, severity, scope: id },
    });
  };
}

async function allowedRecipients(
  { directory, logger }: Parameters<typeof receiveNotification>[0],
  { id, tenant, recipients }: NotificationMessage,
): Promise<string[]> {
  const allowed: string[] = [];
  for (const ref of new Set(recipients)) {
    const membership = ref.startsWith('user:')
      ? await directory.findMembership(ref)
      : undefined;
    if (membership?.kind === 'staff' || membership?.tenant === tenant) {
      allowed.push(membership.userEntityRef);
    } else {
      logger.debug('Left a recipient out of a notification', {
        tenant,
        message: id,
        recipient: ref,
      });
    }
  }
  return allowed;
}
