import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type {
  EnvelopeCipher,
  Outbox,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { MailWorker } from '../jobs/MailWorker';
import { scheduleMailRewrap } from '../jobs/rewrapMails';
import { scheduleMailPurge } from '../jobs/scheduleMailPurge';
import { MailsService } from '../services/MailsService';
import type { MailConfig } from './mailConfig';
import { MailTransport } from './MailTransport';

/**
 * Puts the parts of mail together: sent by a worker where an SMTP server is
 * configured, kept to be read where none is.
 */
export async function createMail(options: {
  config: MailConfig;
  cipher: EnvelopeCipher;
  database: TenantDatabase;
  lifecycle: LifecycleService;
  logger: LoggerService;
  outbox: Outbox;
  scheduler: SchedulerService;
}): Promise<MailsService> {
  const { config, lifecycle } = options;
  const mails = MailsService.create(options);
  if (config.smtp) {
    const worker = MailWorker.create({
      ...options,
      surroundings: config.surroundings,
      transport: MailTransport.create({ from: config.from, smtp: config.smtp }),
    });
    lifecycle.addStartupHook(() => worker.start());
    lifecycle.addShutdownHook(() => worker.stop());
  }
  await scheduleMailPurge(options.scheduler, mails);
  await scheduleMailRewrap(options.scheduler, options);
  return mails;
}
