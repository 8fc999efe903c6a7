import type { AuditTrail } from '../services/AuditTrail';
import type { MessageReceivers } from './receiveOutbox';

/** Who takes which kind of message that plugins put in their outboxes. */
export function createReceivers(options: {
  trail: AuditTrail;
}): MessageReceivers {
  const { trail } = options;
  const nobodyYet = async () => {
    throw new Error('Nobody takes these messages yet');
  };
  return {
    audit: message => trail.receive(message),
    mail: nobodyYet,
    notification: nobodyYet,
  };
}
