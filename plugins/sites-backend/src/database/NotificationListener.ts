import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Client, Notification } from 'pg';

export interface NotificationSubscription {
  onNotification(payload: string): void;
  /** After the connection was lost: notifications may have been missed. */
  onReconnect(): void;
}

const HEARTBEAT_MILLISECONDS = 10_000;
const LONGEST_BACKOFF_MILLISECONDS = 30_000;

/**
 * LISTEN on one connection of its own, outside of the pool, which it makes anew
 * when it breaks. Notifications are hints: who uses them reads the rows anyway,
 * only later.
 */
export class NotificationListener {
  private readonly subscriptions = new Map<
    string,
    Set<NotificationSubscription>
  >();
  private connection?: Promise<Client>;
  private timer?: NodeJS.Timeout;
  private failures = 0;
  private stopped = false;

  /** @param knex - a client of the database to listen in */
  static create(knex: Knex, logger: LoggerService): NotificationListener {
    return new NotificationListener(knex, logger);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  /** @param channel - name of the channel, which must be an SQL identifier */
  async subscribe(
    channel: string,
    subscription: NotificationSubscription,
  ): Promise<{ close(): Promise<void> }> {
    const subscribers = this.subscriptions.get(channel) ?? new Set();
    subscribers.add(subscription);
    this.subscriptions.set(channel, subscribers);
    const connection = await this.connect();
    await connection.query(`listen ${connection.escapeIdentifier(channel)}`);
    return {
      close: async () => {
        subscribers.delete(subscription);
      },
    };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const connection = await this.connection?.catch(() => undefined);
    connection?.removeAllListeners();
    await connection?.end().catch(() => undefined);
  }

  private connect(): Promise<Client> {
    this.connection ??= this.open().catch(error => {
      this.connection = undefined;
      throw error;
    });
    return this.connection;
  }

  private async open(): Promise<Client> {
    const connection: Client = await this.knex.client.acquireRawConnection();
    connection.on('notification', ({ channel, payload }: Notification) => {
      for (const subscriber of this.subscriptions.get(channel) ?? []) {
        subscriber.onNotification(payload ?? '');
      }
    });
    const lost = () => this.reconnect(connection);
    connection.on('error', lost);
    connection.on('end', lost);
    for (const channel of this.subscriptions.keys()) {
      await connection.query(`listen ${connection.escapeIdentifier(channel)}`);
    }
    this.failures = 0;
    this.scheduleHeartbeat(connection);
    return connection;
  }

  /** A connection can die without a word; asking it something brings that out. */
  private scheduleHeartbeat(connection: Client): void {
    this.timer = setTimeout(async () => {
      try {
        await connection.query('select 1');
        this.scheduleHeartbeat(connection);
      } catch {
        this.reconnect(connection);
      }
    }, HEARTBEAT_MILLISECONDS);
    this.timer.unref();
  }

  private reconnect(broken?: Client): void {
    broken?.removeAllListeners();
    broken?.on('error', () => undefined);
    broken?.end().catch(() => undefined);
    clearTimeout(this.timer);
    if (this.stopped) {
      return;
    }
    this.connection = undefined;
    const delay = Math.min(
      LONGEST_BACKOFF_MILLISECONDS,
      500 * 2 ** this.failures++,
    );
    this.timer = setTimeout(async () => {
      try {
        await this.connect();
        for (const subscribers of this.subscriptions.values()) {
          subscribers.forEach(subscriber => subscriber.onReconnect());
        }
      } catch (error) {
        this.logger.warn(
          `Listening for notifications failed, trying again: ${error}`,
        );
        this.reconnect();
      }
    }, delay);
    this.timer.unref();
  }
}
