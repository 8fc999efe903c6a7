import type { MailsService } from '../services/MailsService';
import type { MessageReceivers } from './receiveOutbox';

/** Who takes which kind of message that plugins put in their outboxes. */
export function createReceivers(options: {
  mails: MailsService;
}): MessageReceivers {
  const nobodyYet = async () => {
    throw new Error('Nobody takes these messages yet');
  };
  return {
    audit: nobodyYet,
    mail: message => options.mails.receiveMail(message),
    notification: nobodyYet,
  };
}
