import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { DeploymentQueue } from '../deployments/DeploymentQueue';
import { NotificationListener } from './NotificationListener';

/**
 * The job queue and what listens for notifications. Both go past the doors to
 * the tables of tenants, since they touch none: the queue has a schema of its
 * own, with ids in it, and a notification holds ids.
 */
export async function openQueue(
  database: DatabaseService,
  logger: LoggerService,
): Promise<{ queue: DeploymentQueue; listener: NotificationListener }> {
  // eslint-disable-next-line no-restricted-properties -- the queue is past the doors
  const knex = await database.getClient();
  const listener = NotificationListener.create(knex, logger);
  return {
    listener,
    queue: DeploymentQueue.create({ knex, listener, logger }),
  };
}
