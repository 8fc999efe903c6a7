import { createReadStream } from 'node:fs';
import type { FileProfile } from './FileProfile';
import { damagedParquet, describeParquet } from './inspectParquet';
import { prepareSource } from './prepareSource';
import { ReadingError, refusalOf } from './ReadingError';
import type { ReadingLimits } from './ReadingLimits';
import { identifier, literal } from './sql';
import type { Workspace } from './Workspace';
import { toCount } from '../domain/toCount';

/**
 * Loads a file into the workspace as `source_rows`: every value as text under
 * the name of its column, `__row` the number of the row in the file from 1 on.
 * Lines that are no rows go to `rejected_rows`.
 */
export async function readSource(
  workspace: Workspace,
  inspected: FileProfile,
  limits: ReadingLimits,
): Promise<{ rows: number }> {
  const { profile, source } = await prepareSource(workspace, inspected, limits);
  await workspace.run(
    'create table rejected_rows (row_number bigint, reasons varchar, raw varchar)',
  );
  if (profile.kind === 'parquet') {
    await loadParquet(workspace, profile, source);
  } else {
    await loadCsv(workspace, profile, source, limits);
  }
  workspace.source = profile;
  const [{ rows }] = await workspace.rows<{ rows: string }>(
    'select (select count(*) from source_data) + (select count(*) from rejected_rows) as rows',
  );
  if (rows === '0') {
    throw new ReadingError(
      'header-only',
      'The file names its columns and holds no row',
    );
  }
  return { rows: toCount(rows) };
}

const LINE_END = '\n'.charCodeAt(0);

async function loadCsv(
  workspace: Workspace,
  profile: FileProfile,
  source: string,
  limits: ReadingLimits,
): Promise<void> {
  await loadLines(workspace, profile, source, limits);
  await refuseLostLines(workspace, profile, source);
  const shared = await columnsInEveryRow(workspace);
  if (shared !== undefined) {
    await workspace.run(
      'drop table source_data; drop table reject_errors; drop table reject_scans',
    );
    await loadLines(workspace, profile, source, limits, shared);
  }
  await workspace.run(`
    insert into rejected_rows
    select line - 1,
      to_json([{'column': null, 'code': case error_type
          when 'MISSING COLUMNS' then 'too-few-columns'
          when 'TOO MANY COLUMNS' then 'too-many-columns'
          when 'INVALID ENCODING' then 'not-utf-8'
          when 'LINE SIZE OVER MAXIMUM' then 'line-too-long'
          else 'not-csv' end,
        'message': case error_type
          when 'MISSING COLUMNS' then 'The row has fewer values than the header has columns'
          when 'TOO MANY COLUMNS' then 'The row has more values than the header has columns'
          when 'INVALID ENCODING' then 'The row is not valid UTF-8'
          when 'LINE SIZE OVER MAXIMUM' then 'The row is longer than any export writes one'
          else 'The quotes of the row do not match' end}]),
      to_json(left(any_value(ltrim(csv_line, chr(10) || chr(13))), 10000))
    from (select distinct on (line) line, error_type, csv_line from reject_errors)
    group by line, error_type
    order by line`);
  await numberRows(workspace);
}

async function loadLines(
  workspace: Workspace,
  profile: FileProfile,
  source: string,
  limits: ReadingLimits,
  filled = profile.columns.length,
): Promise<void> {
  const columns = profile.columns
    .slice(0, filled)
    .map(name => `${literal(name)}: 'VARCHAR'`);
  const absent = profile.columns
    .slice(filled)
    .map(name => `, null::varchar as ${identifier(name)}`);
  try {
    await workspace.run(`
    create table source_data as
    select *${absent.join('')} from read_csv(${literal(source)},
      auto_detect = false, header = true, columns = {${columns.join(', ')}},
      delim = ${literal(profile.delimiter)}, quote = '"', escape = '"',
      nullstr = ['', 'NULL'], allow_quoted_nulls = true,
      max_line_size = ${limits.maxLineBytes}, buffer_size = ${limits.maxLineBytes * 4},
      store_rejects = true, rejects_limit = 0)`);
  } catch (error) {
    throw refusalOf(
      error,
      new ReadingError(
        'damaged-file',
        'The file cannot be read as CSV. Check that its quotes are closed, or export it again',
      ),
    );
  }
}

/**
 * After a quote that is never closed DuckDB may go on much later and tell of one
 * bad row only: rows would be missing and nobody told. Such a file is read where
 * each of its lines is in a row, taken or rejected.
 */
async function refuseLostLines(
  workspace: Workspace,
  profile: FileProfile,
  source: string,
): Promise<void> {
  const [open] = await workspace.rows<{ row: string | null }>(
    `select (min(line) - 1)::varchar as row from reject_errors where error_type = 'UNQUOTED VALUE'`,
  );
  if (open.row === null) {
    return;
  }
  const [{ lines }] = await workspace.rows<{ lines: string }>(`
    select 1
      + (select coalesce(sum(1 + ${profile.columns.map(name => lineEndsIn(identifier(name))).join(' + ')}), 0) from source_data)
      + (select coalesce(sum(1 + ${lineEndsIn('csv_line')}), 0)
           from (select distinct on (line) trim(csv_line, chr(10) || chr(13)) as csv_line from reject_errors))
      as lines`);
  if (toCount(lines) < (await countLineEnds(source))) {
    throw new ReadingError(
      'damaged-file',
      `A quote in row ${open.row} is never closed, so that the rows after it cannot be told apart. Close it, or export the file again`,
    );
  }
}

function lineEndsIn(text: string): string {
  return `coalesce(len(${text}) - len(replace(${text}, chr(10), '')), 0)`;
}

async function countLineEnds(file: string): Promise<number> {
  let count = 0;
  for await (const chunk of createReadStream(file)) {
    for (let at = chunk.indexOf(LINE_END); at !== -1;) {
      count += 1;
      at = chunk.indexOf(LINE_END, at + 1);
    }
  }
  return count;
}

/**
 * How many columns the rows have where the header names more and every row
 * lacks the same last ones. A single short row is no such file: it was cut.
 */
async function columnsInEveryRow(
  workspace: Workspace,
): Promise<number | undefined> {
  const [found] = await workspace.rows<{ kinds: string; columns: number }>(`
    select count(distinct error_type || error_message) as kinds,
      any_value(regexp_extract(error_message, 'Found: ([0-9]+)', 1))::integer as columns
    from reject_errors
    where error_type = 'MISSING COLUMNS'
      and not exists (select 1 from source_data)
      and not exists (select 1 from reject_errors where error_type <> 'MISSING COLUMNS')
    having count(*) > 1`);
  return found?.kinds === '1' ? found.columns : undefined;
}

/** Rows after a line that is no row keep the number that they have in the file. */
async function numberRows(workspace: Workspace): Promise<void> {
  const [{ rejected }] = await workspace.rows<{ rejected: string }>(
    'select count(*) as rejected from rejected_rows',
  );
  if (rejected === '0') {
    await workspace.run(
      'create view source_rows as select rowid + 1 as __row, * from source_data',
    );
    return;
  }
  await workspace.run(`
    create table row_gaps as
    select row_number - row_number() over (order by row_number) as after_rows,
      row_number() over (order by row_number) as shift
    from rejected_rows`);
  await workspace.run(`
    create view source_rows as
    select source.rowid + 1 + coalesce(gap.shift, 0) as __row, source.*
    from source_data source
    asof left join row_gaps gap on source.rowid >= gap.after_rows`);
}

async function loadParquet(
  workspace: Workspace,
  profile: FileProfile,
  source: string,
): Promise<void> {
  try {
    const columns = await describeParquet(workspace, source);
    const values = columns.map(
      ({ column_name, column_type }, index) =>
        `nullif(${parquetText(identifier(column_name), column_type)}, '') as ${identifier(profile.columns[index])}`,
    );
    await workspace.run(
      `create table source_data as select ${values.join(', ')} from read_parquet(${literal(source)})`,
    );
  } catch (error) {
    throw refusalOf(error, damagedParquet());
  }
  await refuseNulCharacters(workspace, profile);
  await numberRows(workspace);
}

async function refuseNulCharacters(
  workspace: Workspace,
  profile: FileProfile,
): Promise<void> {
  const [{ found }] = await workspace.rows<{ found: boolean | null }>(
    `select bool_or(${profile.columns.map(name => `coalesce(contains(${identifier(name)}, chr(0)), false)`).join(' or ')}) as found from source_data`,
  );
  if (found) {
    throw new ReadingError(
      'nul-bytes',
      'A text in the file holds NUL characters, which no database of texts keeps. Remove them at the source',
    );
  }
}

function parquetText(value: string, type: string): string {
  if (type === 'VARCHAR') return value;
  if (type === 'TIMESTAMP WITH TIME ZONE') {
    return `cast(cast(${value} as timestamp) as varchar)`;
  }
  // JSON has floats only: numbers inside of maps stay exact as text.
  if (type.startsWith('MAP(')) {
    return `cast(to_json(cast(${value} as map(varchar, varchar))) as varchar)`;
  }
  return /^STRUCT|\[\]$/.test(type)
    ? `cast(to_json(${value}) as varchar)`
    : `cast(${value} as varchar)`;
}
