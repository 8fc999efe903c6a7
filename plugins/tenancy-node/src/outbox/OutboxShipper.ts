import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TenantDatabase, TenantTransaction } from '../database';
import type { OutboxMessage } from './messages';
import type { Outbox, OutboxRow } from './Outbox';
import { outboxSignal } from './outboxSignal';

/** What the receiver says to each message of a batch. */
export interface OutboxReceipt {
  id: string;
  /** Why it was not taken; absent when it was. */
  problem?: string;
}

/** Takes messages; must bear to get one twice. Throws when it can't be reached. */
export type OutboxReceiver = (
  messages: OutboxMessage[],
) => Promise<OutboxReceipt[]>;

const BATCH_SIZE = 100;
const SWEEP_MILLISECONDS = 5_000;
const LONGEST_DELAY_SECONDS = 600;
/** Any number, as long as all replicas have the same. */
const LOCK = 7_302_646;

type ShippedRow = OutboxRow & { attempts: number };

/**
 * Hands a plugin's committed messages over, in the order they were put, at
 * least once. One replica at a time ships; a message that isn't taken waits,
 * longer each time, and holds up no other.
 */
export class OutboxShipper {
  static create(options: {
    database: TenantDatabase;
    outbox: Outbox;
    deliver: OutboxReceiver;
    logger: LoggerService;
  }): OutboxShipper {
    return new OutboxShipper(options);
  }

  private isStopped = false;
  private isRaised = false;
  private round: Promise<void> | undefined;
  private endListening: () => void = () => {};
  private sweep: NodeJS.Timeout | undefined;

  private constructor(
    private readonly options: {
      database: TenantDatabase;
      outbox: Outbox;
      deliver: OutboxReceiver;
      logger: LoggerService;
    },
  ) {}

  start(): void {
    this.endListening = outboxSignal.listen(() => this.wake());
    this.sweep = setInterval(() => this.wake(), SWEEP_MILLISECONDS);
    this.sweep.unref();
    this.wake();
  }

  /** Resolves when the batch under way is done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.endListening();
    clearInterval(this.sweep);
    await this.round;
  }

  private wake(): void {
    this.isRaised = true;
    this.round ??= this.shipWhileRaised().finally(() => {
      this.round = undefined;
    });
  }

  private async shipWhileRaised(): Promise<void> {
    while (this.isRaised && !this.isStopped) {
      this.isRaised = false;
      try {
        this.isRaised = (await this.shipBatch()) === BATCH_SIZE;
      } catch (error) {
        if (!this.isStopped) {
          this.options.logger.warn(`Could not ship the outbox: ${error}`);
        }
      }
    }
  }

  /** @returns how many messages were due */
  private async shipBatch(): Promise<number> {
    const { database, outbox, deliver } = this.options;
    return database.acrossTenants('ship the outbox', async trx => {
      const rows = await takeDueRows(trx);
      if (rows.length > 0) {
        const messages = await Promise.all(rows.map(row => outbox.open(row)));
        await this.settle(trx, rows, await deliver(messages));
      }
      return rows.length;
    });
  }

  private async settle(
    trx: TenantTransaction,
    rows: ShippedRow[],
    receipts: OutboxReceipt[],
  ): Promise<void> {
    const problems = new Map(receipts.map(({ id, problem }) => [id, problem]));
    const isTaken = ({ message_id: id }: ShippedRow) =>
      problems.has(id) && problems.get(id) === undefined;
    await trx('outbox')
      .whereIn(
        ['tenant_id', 'message_id'],
        rows.filter(isTaken).map(row => [row.tenant_id, row.message_id]),
      )
      .delete();
    for (const row of rows.filter(each => !isTaken(each))) {
      const { tenant_id, message_id, attempts } = row;
      this.options.logger.warn(
        `A message of the outbox was not taken: ${problems.get(message_id) ?? 'no receipt'}`,
        { tenant: tenant_id, message: message_id },
      );
      await trx('outbox')
        .where({ tenant_id, message_id })
        .update({
          attempts: attempts + 1,
          due_at: trx.raw(`now() + ? * interval '1 second'`, [
            Math.min(2 ** attempts, LONGEST_DELAY_SECONDS),
          ]),
        });
    }
  }
}

async function takeDueRows(trx: TenantTransaction): Promise<ShippedRow[]> {
  const { rows } = await trx.raw(
    `select pg_try_advisory_xact_lock(?, ('outbox'::regclass::oid::bigint % 2147483647)::int) as mine`,
    [LOCK],
  );
  if (!rows[0].mine) {
    return [];
  }
  return trx('outbox')
    .where('due_at', '<=', trx.fn.now())
    .orderBy('position')
    .limit(BATCH_SIZE)
    .select('tenant_id', 'message_id', 'sealed_message', 'attempts');
}
