import { defuse, toCsvLine } from '../writeFocusCsv';
import type { ReportTable } from './reportTable';

/** A table as CSV; a text that a spreadsheet would run is defused. */
export function* writeReportCsv({
  columns,
  rows,
}: ReportTable): Generator<string> {
  yield toCsvLine(columns.map(({ name }) => name));
  for (const row of rows) {
    yield toCsvLine(
      row.map((value, at) =>
        columns[at].type === 'string' ? defuse(value ?? '') : (value ?? ''),
      ),
    );
  }
}
