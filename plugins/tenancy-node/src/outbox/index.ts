export { createOutbox } from './createOutbox';
export type {
  AuditMessage,
  AuditOutcome,
  MailMessage,
  NotificationMessage,
  OutboxMessage,
} from './messages';
export { type AuditEntry, Outbox, type OutboxRow } from './Outbox';
export { outboxServiceRef } from './outboxServiceRef';
export {
  type OutboxReceipt,
  type OutboxReceiver,
  OutboxShipper,
} from './OutboxShipper';
export { whatDiffers } from './whatDiffers';
