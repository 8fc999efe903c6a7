import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';
import type { AuditTrail } from '../services/AuditTrail';
import type { MailsService } from '../services/MailsService';
import { receiveNotification } from './receiveNotification';
import type { MessageReceivers } from './receiveOutbox';

/** Who takes which kind of message that plugins put in their outboxes. */
export function createReceivers(options: {
  directory: TenantDirectory;
  mails: MailsService;
  notifications: NotificationService;
  logger: LoggerService;
  trail: AuditTrail;
}): MessageReceivers {
  return {
    audit: message => options.trail.receive(message),
    mail: message => options.mails.receiveMail(message),
    notification: receiveNotification(options),
  };
}
