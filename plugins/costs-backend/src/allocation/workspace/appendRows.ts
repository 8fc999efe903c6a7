import {
  DuckDBDataChunk,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';

/** Rows that a chunk of DuckDB holds. */
const CHUNK = 2048;

/** Puts rows into a table of the workspace. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly DuckDBValue[])[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    const types = Array.from({ length: appender.columnCount }, (_, column) =>
      appender.columnType(column),
    );
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(rows.slice(from, from + CHUNK));
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}
