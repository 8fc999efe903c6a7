import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { isDeepStrictEqual } from 'node:util';
import type { AllocationKey, AllocationKeyField } from '../AllocationKey';
import type { KeyAllocation } from '../createAllocator';
import { appendRows } from './appendRows';
import { KEY_COLUMNS, toKey } from './keyColumns';

/** Keys in memory at a time. */
const BATCH = 8192;

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
] as const;

const problemColumns = ['tag_key', 'kind', 'found', 'wanted'] as const;

/**
 * Decides each distinct key of `charges` once. Makes `allocation_rows`, which
 * key a row has; `allocation_assignments`, what became of a key;
 * `allocation_tag_problems`, what to fix in its tags.
 */
export async function assignKeys(
  connection: DuckDBConnection,
  fields: readonly AllocationKeyField[],
  allocate: (key: AllocationKey) => KeyAllocation,
): Promise<void> {
  const columns = [...fields.map(field => KEY_COLUMNS[field]), 'tags'];
  await createTables(connection, columns);
  for (let from = 1; ; from += BATCH) {
    const keys = await connection.runAndReadAll(
      `select key_id, ${columns.join(', ')} from allocation_keys
       where key_id >= $from and key_id < $to`,
      { from, to: from + BATCH },
    );
    if (keys.currentRowCount === 0) {
      break;
    }
    const allocations = keys.getRows().map(([id, ...values]) => {
      const tags = values.pop() as string | null;
      const key = toKey(fields, values as (string | null)[], tags);
      return { id, text: tags, ...allocate(key) };
    });
    await appendRows(
      connection,
      'allocation_assignments',
      allocations.map(toAssignmentRow),
    );
    await appendRows(
      connection,
      'allocation_tag_problems',
      allocations.flatMap(toProblemRows),
    );
  }
  await connection.run('drop table allocation_keys');
}

async function createTables(
  connection: DuckDBConnection,
  columns: readonly string[],
): Promise<void> {
  const same = columns.map(
    column => `c.${column} is not distinct from k.${column}`,
  );
  await connection.run(`
    create or replace table allocation_keys as
      select cast(row_number() over () as integer) as key_id, *
      from (select distinct ${columns.join(', ')} from charges);
    create or replace table allocation_rows as
      select c.row_number, k.key_id
      from charges c join allocation_keys k on ${same.join(' and ')};
    create or replace table allocation_assignments
      (key_id integer, ${assignmentColumns.map(toVarchar).join(', ')});
    create or replace table allocation_tag_problems
      (key_id integer, ${problemColumns.map(toVarchar).join(', ')});
  `);
}

function toVarchar(column: string): string {
  return `${column} varchar`;
}

type IdentifiedAllocation = KeyAllocation & {
  id: DuckDBValue;
  /** The tags as the charge has them. */
  text: string | null;
};

function toAssignmentRow(allocation: IdentifiedAllocation): DuckDBValue[] {
  const { id, assignment, tags, text } = allocation;
  const { method, team, costCentre, project, ruleId } = assignment;
  const owner = 'tenant' in assignment ? assignment : undefined;
  const open = method === 'none' ? assignment : undefined;
  return [
    id,
    method,
    owner?.tenant ?? null,
    owner?.site ?? null,
    team ?? null,
    costCentre ?? null,
    project ?? null,
    ruleId ?? null,
    open?.reason ?? null,
    open?.detail ?? null,
    isSame(tags, text) ? text : JSON.stringify(tags),
  ];
}

/** Tags in another order are the same, and need not be kept twice. */
function isSame(tags: Record<string, string>, text: string | null): boolean {
  return text !== null && isDeepStrictEqual(JSON.parse(text), tags);
}

function toProblemRows({
  id,
  problems,
}: IdentifiedAllocation): DuckDBValue[][] {
  return problems.map(({ key, kind, found, wanted }) => [
    id,
    key,
    kind,
    found ?? null,
    wanted ?? null,
  ]);
}
