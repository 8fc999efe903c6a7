import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import type { Database } from '../portal/Database.ts';

const PLAIN = 'public.plain_charges';

/** Writes the charges of a source to a file, as COPY reads them. */
export async function exportCharges(
  database: Database,
  { sourceId }: { sourceId: string },
  file: string,
): Promise<void> {
  // A table of one's own has no row security, which COPY takes no part in.
  await database.transaction(
    async client => {
      await client.query(
        `create temp table exported on commit drop as
         select * from costs.charges where source_id = '${sourceId}'`,
      );
      await pipeline(
        client.query(to('copy exported to stdout (format csv)')),
        createWriteStream(file),
      );
    },
    { role: 'freehold_all' },
  );
}

/**
 * Has PostgreSQL copy these rows into a plain table: what any import could do
 * at the best.
 *
 * @returns milliseconds
 */
export async function copyPlainly(
  database: Database,
  { rows }: { rows: number },
  file: string,
): Promise<number> {
  await database.pool.query(
    `create table ${PLAIN} (like costs.charges including defaults)`,
  );
  const client = await database.pool.connect();
  try {
    const begun = performance.now();
    const copying = client.query(from(`copy ${PLAIN} from stdin (format csv)`));
    await pipeline(
      createReadStream(file, { highWaterMark: 1024 * 1024 }),
      copying,
    );
    const time = performance.now() - begun;
    if (copying.rowCount !== rows) {
      throw new Error(`COPY took ${copying.rowCount} of ${rows} rows`);
    }
    return time;
  } finally {
    client.release();
    await database.pool.query(`drop table ${PLAIN}`);
  }
}
