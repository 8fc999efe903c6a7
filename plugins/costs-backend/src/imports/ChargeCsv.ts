import { execFile } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ChargeRows } from '../database/ChargePartitions';
import { CHARGE_TABLE_COLUMNS } from '../database/chargeTableColumns';
import { toCount } from '../domain/toCount';
import { isOfPeriod, type Workspace } from '../reading';
import { identifier, literal } from '../reading/sql';

interface ChargeCsvKey {
  billingPeriod: string;
  sourceId: string;
  importId: string;
  /** The number of the charge that is the file's row 0. */
  rowOffset: number;
}

/** Rows that are looked at to tell which columns may say the same in every row. */
const ROWS_OF_A_SAMPLE = 1_000;

/**
 * The allocated charges of one billing period, as PostgreSQL's COPY reads them
 * into `charges`. What is the same in every row, which is a third of an export,
 * is told once and neither written nor read a million times.
 */
export async function readChargeCsv(
  workspace: Workspace,
  key: ChargeCsvKey,
): Promise<ChargeRows> {
  const values = valuesOf(key);
  const charges = `allocated where ${isOfPeriod(key.billingPeriod)}`;
  const { constants, rowCount } = await findConstants(
    workspace,
    charges,
    values,
  );
  const columns = CHARGE_TABLE_COLUMNS.filter(name => !constants.has(name));
  const csv = readFromPipe(
    workspace,
    `select ${columns.map(name => `${values[name]} as ${identifier(name)}`).join(', ')} from ${charges}`,
    `charges-${key.billingPeriod}`,
  );
  return { columns, constants, csv, rowCount };
}

function valuesOf(key: ChargeCsvKey): Record<string, string> {
  return {
    ...Object.fromEntries(
      CHARGE_TABLE_COLUMNS.map(name => [name, identifier(name)]),
    ),
    billing_period: literal(key.billingPeriod),
    source_id: literal(key.sourceId),
    import_id: literal(key.importId),
    ...(key.rowOffset > 0 && { row_number: `row_number + ${key.rowOffset}` }),
    // Most charges are allocated by the tags they came with.
    effective_tags: 'nullif(effective_tags, tags)',
  };
}

/** The columns that have one value, or none, in all rows, and how many there are. */
async function findConstants(
  workspace: Workspace,
  charges: string,
  values: Record<string, string>,
): Promise<{ constants: Map<string, string | null>; rowCount: number }> {
  const texts = CHARGE_TABLE_COLUMNS.map(
    name => `(${values[name]})::varchar as ${identifier(name)}`,
  );
  const sample = await workspace.rows<Record<string, string | null>>(
    `select ${texts.join(', ')} from ${charges} limit ${ROWS_OF_A_SAMPLE}`,
  );
  const [first] = sample;
  // A row needs a column to be written, and one row has no other number.
  const candidates = CHARGE_TABLE_COLUMNS.filter(
    name =>
      name !== 'row_number' && sample.every(row => row[name] === first[name]),
  );
  const questions = candidates.map(name => {
    const value = first[name];
    const text = `(${values[name]})::varchar`;
    const isSame =
      value === null ? `${text} is null` : `${text} = ${literal(value)}`;
    return `bool_and(coalesce(${isSame}, false)) as ${identifier(name)}`;
  });
  const [answer] = await workspace.rows<Record<string, unknown>>(
    `select ${['count(*) as "number of rows"', ...questions].join(', ')} from ${charges}`,
  );
  return {
    constants: new Map(
      candidates
        .filter(name => answer[name] === true)
        .map(name => [name, first[name]]),
    ),
    rowCount: toCount(answer['number of rows'] as string),
  };
}

/**
 * Has DuckDB write into a pipe: it waits for who reads, and nothing goes over
 * the disk. A file that is read while it is written has no certain end.
 */
async function* readFromPipe(
  workspace: Workspace,
  query: string,
  name: string,
): AsyncGenerator<Buffer> {
  const pipe = path.join(workspace.folder, name);
  await promisify(execFile)('mkfifo', ['-m', '600', pipe]);
  const { O_NONBLOCK, O_RDONLY } = fs.constants;
  // Opened before there is a writer, for which a blocking open would wait.
  const fd = fs.openSync(pipe, O_RDONLY | O_NONBLOCK);
  const csv = new net.Socket({ fd, readable: true, writable: false });
  const writing = workspace.run(
    `copy (${query}) to ${literal(pipe)}
     (format csv, header false, delimiter ',', quote '"', escape '"', nullstr '',
      use_tmp_file false, preserve_order false)`,
  );
  writing.catch(error => csv.destroy(error));
  try {
    yield* csv;
    await writing;
  } finally {
    // Who stopped reading ends the writing, which must end before the workspace.
    csv.destroy();
    await writing.catch(() => undefined);
  }
}
