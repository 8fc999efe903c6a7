import { rawOf } from '../reading/findRejections';
import { ReadingError, type Workspace } from '../reading';
import { identifier } from '../reading/sql';
import { toCount } from '../domain/toCount';

/** Columns that a download of rejected rows has before those of its file. */
export const CORRECTION_COLUMNS = ['row', 'reasons'] as const;

/** Columns of a corrected file, without those that only corrections have. */
export function columnsToCorrect(columns: readonly string[]): string[] {
  const [row, reasons, ...own] = columns;
  if (row !== CORRECTION_COLUMNS[0] || reasons !== CORRECTION_COLUMNS[1]) {
    throw new ReadingError(
      'no-correction',
      `The first columns are not ${CORRECTION_COLUMNS.join(' and ')}. Download the rejected rows, correct them in that file, and leave its columns as they are.`,
    );
  }
  return own;
}

/**
 * Turns corrected rows that were read into rows as their file has them. What
 * corrects no open row of the quarantine is rejected.
 *
 * @param open - numbers of the rejected rows that nobody has corrected yet
 */
export async function readCorrection(
  workspace: Workspace,
  open: AsyncIterable<readonly number[]>,
): Promise<void> {
  const profile = workspace.source!;
  const own = columnsToCorrect(profile.columns);
  await workspace.run('create table open_rows (row_number bigint)');
  for await (const rows of open) {
    await workspace.run(
      `insert into open_rows values ${rows.map(row => `(${row})`).join(', ')}`,
    );
  }
  await workspace.run(`
    create table corrections as
    select *, try_cast("row" as bigint) as corrected_row from source_rows;
    insert into rejected_rows
    select __row,
      '[{"column":null,"code":"corrects-nothing","message":"The import has no rejected row of this number that is still to be corrected"}]',
      ${rawOf(profile.columns)}
    from corrections
    where coalesce(corrected_row, 0) not in (select row_number from open_rows)
      or __row not in (select min(__row) from corrections group by corrected_row);
    drop view source_rows;
    drop table source_data;
    create table source_data as
    select __row, ${own.map(name => `${withoutQuote(name)} as ${identifier(name)}`).join(', ')}
    from corrections where __row not in (select row_number from rejected_rows);
    create view source_rows as select * from source_data;
  `);
  workspace.source = { ...profile, columns: own };
}

/** Numbers of the rows that came right, in the corrected import's own counting. */
export async function listCorrectedRows(
  workspace: Workspace,
): Promise<number[]> {
  const rows = await workspace.rows<{ row: string }>(
    `select corrected_row as row from corrections
      where __row in (select row_number from charges)`,
  );
  return rows.map(({ row }) => toCount(row));
}

// The download put it before what a spreadsheet would run.
function withoutQuote(column: string): string {
  return `regexp_replace(${identifier(column)}, '^''([=+@\\t\\r-])', '\\1')`;
}
