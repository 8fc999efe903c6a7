import {
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { AllocationKey, AllocationKeyField } from '../AllocationKey';
import type { KeyAllocation } from '../createAllocator';
import { KEY_COLUMNS, toKey } from './keyColumns';

/** Keys in memory at a time; as many as fit a chunk of DuckDB. */
const BATCH = 2048;

const assignmentColumns = [
  'method',
  'tenant',
  'site',
  'team',
  'cost_centre',
  'project',
  'rule_id',
  'reason',
  'detail',
  'effective_tags',
  'tag_problems',
] as const;

/**
 * Decides each distinct key of `charges` once. Makes `allocation_rows`, which
 * key a row has, and `allocation_assignments`, what became of a key.
 */
export async function assignKeys(
  connection: DuckDBConnection,
  fields: readonly AllocationKeyField[],
  allocate: (key: AllocationKey) => KeyAllocation,
): Promise<void> {
  const columns = [...fields.map(field => KEY_COLUMNS[field]), 'tags'];
  await connection.run(`
    create or replace table allocation_keys as
      select cast(row_number() over () as integer) as key_id, *
      from (select distinct ${columns.join(', ')} from charges);
    create or replace table allocation_rows as
      select c.row_number, k.key_id
      from charges c
      join allocation_keys k on ${columns
        .map(column => `c.${column} is not distinct from k.${column}`)
        .join(' and ')};
    create or replace table allocation_assignments (
      key_id integer, ${assignmentColumns.map(name => `${name} varchar`).join(', ')}
    );
  `);
  await assignInBatches(connection, columns, (id, values) => [
    id,
    ...toValues(
      allocate(toKey(fields, values.slice(0, -1), values.at(-1) ?? null)),
    ),
  ]);
  await connection.run('drop table allocation_keys');
}

async function assignInBatches(
  connection: DuckDBConnection,
  columns: readonly string[],
  assign: (id: DuckDBValue, values: (string | null)[]) => DuckDBValue[],
): Promise<void> {
  const types = [INTEGER, ...assignmentColumns.map(() => VARCHAR)];
  const appender = await connection.createAppender('allocation_assignments');
  try {
    for (let from = 1; ; from += BATCH) {
      const keys = await connection.runAndReadAll(
        `select key_id, ${columns.join(', ')} from allocation_keys
         where key_id >= $from and key_id < $to`,
        { from, to: from + BATCH },
      );
      if (keys.currentRowCount === 0) {
        return;
      }
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(
        keys
          .getRows()
          .map(([id, ...values]) => assign(id, values as (string | null)[])),
      );
      appender.appendDataChunk(chunk);
      appender.flushSync();
    }
  } finally {
    appender.closeSync();
  }
}

function toValues(allocation: KeyAllocation): DuckDBValue[] {
  const { assignment, tags, problems } = allocation;
  const { method, team, costCentre, project, ruleId } = assignment;
  const owner = 'tenant' in assignment ? assignment : undefined;
  const open = method === 'none' ? assignment : undefined;
  return [
    method,
    owner?.tenant,
    owner?.site,
    team,
    costCentre,
    project,
    ruleId,
    open?.reason,
    open?.detail,
    JSON.stringify(tags),
    problems.length > 0 ? JSON.stringify(problems) : undefined,
  ].map(value => value ?? null);
}
