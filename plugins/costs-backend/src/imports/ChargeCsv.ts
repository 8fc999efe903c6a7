import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHARGE_TABLE_COLUMNS } from '../database/chargeTableColumns';
import { isOfPeriod, type Workspace } from '../reading';
import { identifier, literal } from '../reading/sql';

/** A file of this size is handed on while DuckDB writes the next one. */
const BYTES_PER_FILE = '16MB';
const POLL_MILLISECONDS = 20;

interface ChargeCsvKey {
  billingPeriod: string;
  sourceId: string;
  importId: string;
  /** The number of the charge that is the file's row 0. */
  rowOffset: number;
}

/**
 * The allocated charges of one billing period as CSV that PostgreSQL's COPY
 * reads into `charges`, in parts: DuckDB writes files, one thread after the
 * other, and each is read as soon as it is whole and removed afterwards.
 */
export async function* readChargeCsv(
  workspace: Workspace,
  key: ChargeCsvKey,
): AsyncGenerator<Readable> {
  const folder = path.join(workspace.folder, `charges-${key.billingPeriod}`);
  let isWritten = false;
  const writing = workspace
    .run(
      `copy (select ${columnsOf(key)} from allocated
              where ${isOfPeriod(key.billingPeriod)})
         to ${literal(folder)}
        (format csv, header false, delimiter ',', quote '"', escape '"', nullstr '',
         file_size_bytes ${literal(BYTES_PER_FILE)}, per_thread_output false)`,
    )
    .finally(() => {
      isWritten = true;
    });
  // Seen by the caller when everything that was written is read.
  writing.catch(() => undefined);
  for (let next = 0; ;) {
    const file = path.join(folder, `data_${next}.csv`);
    const follower = path.join(folder, `data_${next + 1}.csv`);
    if (fs.existsSync(follower) || (isWritten && fs.existsSync(file))) {
      yield fs.createReadStream(file, { highWaterMark: 1024 * 1024 });
      await fs.promises.rm(file);
      next += 1;
    } else if (isWritten) {
      await writing;
      return;
    } else {
      await sleep(POLL_MILLISECONDS);
    }
  }
}

function columnsOf(key: ChargeCsvKey) {
  const computed: Record<string, string> = {
    billing_period: literal(key.billingPeriod),
    source_id: literal(key.sourceId),
    import_id: literal(key.importId),
    ...(key.rowOffset > 0 && { row_number: `row_number + ${key.rowOffset}` }),
    // Most charges are allocated by the tags they came with.
    effective_tags: 'nullif(effective_tags, tags)',
  };
  return CHARGE_TABLE_COLUMNS.map(name =>
    computed[name]
      ? `${computed[name]} as ${identifier(name)}`
      : identifier(name),
  ).join(', ');
}
