import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ALL_TENANTS_ROLE,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { SourcePeriodKey } from './CostRollups';
import { CHARGE_TABLE_COLUMNS } from './chargeTableColumns';
import { ROLLUP_DIMENSIONS } from './rollupColumns';
import { toCount } from '../domain/toCount';

/** How long others are kept waiting for one try to swap partitions. */
const SWAP_LOCK_TIMEOUT = '2s';
const SWAP_ATTEMPTS = 30;
const LOCK_NOT_AVAILABLE = '55P03';

/** What queries go by; the others are wide, and their statistics tell nothing. */
const ASKED_COLUMNS = [
  ...['tenant_id', 'charge_period_start', 'billing_currency'],
  ...['resource_id', 'resource_type', 'invoice_id', 'sku_id'],
  ...ROLLUP_DIMENSIONS,
];

/** The charges of one source and period, on their way into their partition. */
export interface ChargeRows {
  /** How many there are; fewer or more are not let in. */
  rowCount: number;
  /** The columns that the CSV has, in its order. */
  columns: readonly string[];
  /** What the other columns hold in every row, as PostgreSQL reads it. */
  constants: ReadonlyMap<string, string | null>;
  /** As COPY reads it. */
  csv: AsyncIterable<Buffer>;
}

/**
 * Makes and swaps the partitions of `charges`, one for each source and billing
 * period. The only place where rows of several tenants go in past the doors: a
 * table with row security takes no COPY, so a partition is filled before it has
 * any, while only its owner and this transaction know of it.
 */
export class ChargePartitions {
  static async create(options: {
    database: Pick<DatabaseService, 'getClient'>;
    logger: LoggerService;
  }): Promise<ChargePartitions> {
    return new ChargePartitions(
      // eslint-disable-next-line no-restricted-properties -- partitions are made by their owner, who sees no row of a tenant
      await options.database.getClient(),
      options.logger,
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  /**
   * Runs `work` in a transaction of the owner, for the partitions of one source
   * at a time. Nothing of it is seen by others before it commits.
   */
  async transaction<T>(
    sourceId: string,
    work: (trx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    return this.knex.transaction(async trx => {
      await trx.raw(
        `set local timezone = 'UTC'; set local work_mem = '64MB'; set local maintenance_work_mem = '128MB'`,
      );
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        JSON.stringify(['costs.source', sourceId]),
      ]);
      return work(trx);
    });
  }

  /**
   * Runs a part of such a transaction through the all-tenants door.
   *
   * @param purpose - as `TenantDatabase.acrossTenants` keeps it
   */
  async acrossTenants<T>(
    trx: TenantTransaction,
    purpose: string,
    work: () => Promise<T>,
  ): Promise<T> {
    await trx.raw(
      `select set_config('role', ?, true), set_config('freehold.purpose', ?, true)`,
      [ALL_TENANTS_ROLE, purpose],
    );
    const result = await work();
    await trx.raw(
      `select set_config('role', 'none', true), set_config('freehold.purpose', '', true)`,
    );
    return result;
  }

  /**
   * Has a table for the billing period, in a transaction of its own: the lock
   * it takes must not last as long as an import.
   */
  async preparePeriod(billingPeriod: string): Promise<void> {
    const period = periodTable(billingPeriod);
    await this.knex.transaction(async trx => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        JSON.stringify(['costs.period', billingPeriod]),
      ]);
      const { rows } = await trx.raw('select to_regclass(?) as name', [period]);
      if (rows[0].name) {
        return;
      }
      await trx.raw(
        `create table ?? partition of charges for values in (${asDate(billingPeriod)}) partition by list (source_id)`,
        [period],
      );
      await closeToAll(trx, period);
    });
  }

  /**
   * Fills a new table, which is to be the partition.
   *
   * @param options.keepsPresent - whether what the source has for the period
   *   goes into it, too
   * @returns its name
   */
  async fill(
    trx: TenantTransaction,
    key: SourcePeriodKey & { importId: string },
    rows: ChargeRows,
    options: { keepsPresent?: boolean } = {},
  ): Promise<string> {
    const partition = partitionOf(key);
    const period = asDate(key.billingPeriod);
    // The check spares the partition a second reading when it is attached.
    await trx.raw(
      `create table ?? (like charges including defaults,
         check (billing_period is not null and billing_period = ${period}
            and source_id is not null and source_id = ${asText(key.sourceId)}))`,
      [partition],
    );
    await copyRows(trx, partition, rows);
    if (options.keepsPresent) {
      await this.copyPresent(trx, key, partition);
    }
    await trx.raw(
      'alter table ?? add primary key (tenant_id, billing_period, source_id, row_number, part)',
      [partition],
    );
    // As the parent's, which would make it when it is attached.
    await trx.raw('create index on ?? (charge_period_start)', [partition]);
    await trx.raw(`analyze ?? (${ASKED_COLUMNS.join(', ')})`, [partition]);
    return partition;
  }

  /** The highest number of a charge of the source and period; 0 when it has none. */
  async highestRow(
    trx: TenantTransaction,
    key: SourcePeriodKey,
  ): Promise<number> {
    const { rows } = await this.acrossTenants(
      trx,
      'number the charges of a source',
      () =>
        trx.raw(
          `select coalesce(max(row_number), 0) as highest from charges
            where source_id = ? and billing_period = ?`,
          [key.sourceId, key.billingPeriod],
        ),
    );
    return toCount(rows[0].highest);
  }

  // Its owner sees no charge, and who sees all of them may not fill the table.
  private async copyPresent(
    trx: TenantTransaction,
    key: SourcePeriodKey,
    partition: string,
  ): Promise<void> {
    const columns = CHARGE_TABLE_COLUMNS.join(', ');
    await trx.raw('grant insert on ?? to ??', [partition, ALL_TENANTS_ROLE]);
    await this.acrossTenants(trx, 'extend the charges of a source', () =>
      trx.raw(
        `insert into ?? (${columns}) select ${columns} from charges
          where source_id = ? and billing_period = ?`,
        [partition, key.sourceId, key.billingPeriod],
      ),
    );
    await trx.raw('revoke insert on ?? from ??', [partition, ALL_TENANTS_ROLE]);
  }

  /** Lets a filled table take the place of what the source had for the period. */
  async swap(
    trx: TenantTransaction,
    key: SourcePeriodKey,
    partitions: { replaced?: string; by: string },
  ): Promise<void> {
    const period = periodTable(key.billingPeriod);
    await closeToAll(trx, partitions.by);
    await this.withLock(trx, async attempt => {
      if (partitions.replaced) {
        await attempt.raw('alter table ?? detach partition ??', [
          period,
          partitions.replaced,
        ]);
        await attempt.raw('drop table ??', [partitions.replaced]);
      }
      await attempt.raw(
        `alter table ?? attach partition ?? for values in (${asText(key.sourceId)})`,
        [period, partitions.by],
      );
    });
  }

  // A swap that waits behind one long reader would have every other reader wait
  // behind the swap. Giving up for a moment lets them pass.
  private async withLock(
    trx: TenantTransaction,
    work: (attempt: TenantTransaction) => Promise<void>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await trx.transaction(async savepoint => {
          await savepoint.raw(
            `set local lock_timeout = '${SWAP_LOCK_TIMEOUT}'`,
          );
          await work(savepoint);
          await savepoint.raw('set local lock_timeout = 0');
        });
        return;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== LOCK_NOT_AVAILABLE || attempt === SWAP_ATTEMPTS) {
          throw error;
        }
        this.logger.info(
          `Charges are being read; trying again to replace them (${attempt})`,
        );
        await sleep(500);
      }
    }
  }
}

// Row security without a policy, and no grant: partitions are seen through
// their parent, whose policies hold then, or not at all.
async function closeToAll(trx: Knex, table: string): Promise<void> {
  await trx.raw('alter table ?? enable row level security', [table]);
  await trx.raw('alter table ?? force row level security', [table]);
}

async function copyRows(
  trx: TenantTransaction,
  partition: string,
  { columns, constants, csv, rowCount }: ChargeRows,
): Promise<void> {
  // Past knex, which takes question marks in a default for parameters.
  const connection: pg.Client = await trx.client.acquireConnection();
  const names = [...constants.keys()];
  await alterColumns(connection, partition, names, name => {
    const value = constants.get(name) ?? null;
    return `set default ${value === null ? 'null' : connection.escapeLiteral(value)}`;
  });
  const copying = connection.query(
    copyFrom(
      `copy "${partition}" (${columns.join(', ')}) from stdin (format csv, freeze)`,
    ),
  );
  await pipeline(csv, copying);
  // Rows that come later say for themselves what they hold.
  await alterColumns(connection, partition, names, () => 'drop default');
  if (copying.rowCount !== rowCount) {
    throw new Error(
      `${copying.rowCount} of ${rowCount} charges reached ${partition}`,
    );
  }
}

async function alterColumns(
  connection: pg.Client,
  partition: string,
  columns: readonly string[],
  change: (column: string) => string,
): Promise<void> {
  if (columns.length > 0) {
    const changes = columns.map(name => `alter column ${name} ${change(name)}`);
    await connection.query(`alter table "${partition}" ${changes.join(', ')}`);
  }
}

function periodTable(billingPeriod: string): string {
  return `charges_${billingPeriod.replaceAll('-', '')}`;
}

/** Named after the end of the import's id, which is random. */
function partitionOf(key: SourcePeriodKey & { importId: string }): string {
  return `${periodTable(key.billingPeriod)}_${key.importId.slice(-12)}`;
}

// Bounds of partitions take no parameters.
function asDate(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new Error(`Not a day: ${day}`);
  }
  return `date '${day}'`;
}

function asText(id: string): string {
  if (!/^[a-z0-9_-]+$/.test(id)) {
    throw new Error(`Not an id: ${id}`);
  }
  return `'${id}'`;
}
