import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';
import { receiveNotification } from './receiveNotification';
import type { MailsService } from '../services/MailsService';
import type { AuditTrail } from '../services/AuditTrail';
import type { MessageReceivers } from './receiveOutbox';

/** Who takes which kind of message that plugins put in their outboxes. */
export function createReceivers(options: {
  directory: TenantDirectory;
  notifications: NotificationService;
  logger: LoggerService;
  mails: MailsService;
  trail: AuditTrail;
}): MessageReceivers {
  return {
    audit: message => options.trail.receive(message),
    notification: receiveNotification(options),
    mail: message => options.mails.receiveMail(message),
  };
}
