import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  OutboxMessage,
  OutboxReceipt,
} from '@freehold/plugin-tenancy-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';

/** Takes the messages of one kind; must bear to get one twice. */
export type MessageReceiver<Kind extends OutboxMessage['kind']> = (
  message: Extract<OutboxMessage, { kind: Kind }>,
) => Promise<void>;

/** Who takes which kind of message. */
export type MessageReceivers = {
  [Kind in OutboxMessage['kind']]: MessageReceiver<Kind>;
};

/** A hundred messages, each with what was before and after. */
const BATCH_LIMIT = '20mb';

const batch = z.object({
  messages: z
    .array(
      z.looseObject({
        kind: z.enum(['audit', 'mail', 'notification']),
        id: z.uuid(),
        tenant: z.string().min(1),
      }),
    )
    .max(100),
});

/**
 * `POST /outbox`, where the outboxes of all plugins are emptied. For services
 * only, and so not in the OpenAPI document, which is for clients.
 */
export function createOutboxRouter(options: {
  httpAuth: HttpAuthService;
  logger: LoggerService;
  receivers: MessageReceivers;
}): Router {
  const router = PromiseRouter();
  router.post(
    '/outbox',
    async (req, _res, next) => {
      await options.httpAuth.credentials(req, { allow: ['service'] });
      next();
    },
    express.json({ limit: BATCH_LIMIT }),
    async (req, res) => {
      const parsed = batch.safeParse(req.body);
      if (!parsed.success) {
        throw new InputError('The body is no batch of messages');
      }
      const receipts: OutboxReceipt[] = [];
      for (const message of parsed.data.messages) {
        receipts.push(
          await receive(options, message as unknown as OutboxMessage),
        );
      }
      res.json({ receipts });
    },
  );
  return router;
}

async function receive(
  options: { logger: LoggerService; receivers: MessageReceivers },
  message: OutboxMessage,
): Promise<OutboxReceipt> {
  const { id, kind, tenant } = message;
  try {
    const take = options.receivers[kind] as (
      message: OutboxMessage,
    ) => Promise<void>;
    await take(message);
    return { id };
  } catch (error) {
    options.logger.warn(`Could not take a message: ${error}`, { kind, tenant });
    return { id, problem: `The receiver of '${kind}' failed` };
  }
}
