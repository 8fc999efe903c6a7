import { columnOf, type CostFilters } from '../domain/CostQuery';

/** A piece of SQL with the values of its question marks. */
export interface Condition {
  sql: string;
  bindings: (string | string[])[];
}

/**
 * What filters ask of the rows of any table that has their columns.
 *
 * @param tenant - narrows to one tenant; the door decides which there can be
 */
export function matching(filters: CostFilters, tenant?: string): Condition {
  const conditions: Condition[] = [];
  if (tenant) {
    conditions.push({ sql: 'tenant_id = ?', bindings: [tenant] });
  }
  for (const [dimension, values] of filters) {
    conditions.push(oneOf(columnOf(dimension), values));
  }
  return {
    sql: ['true', ...conditions.map(({ sql }) => sql)].join(' and '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

function oneOf(
  column: ReturnType<typeof columnOf>,
  values: readonly string[],
): Condition {
  const named = values.filter(value => value !== '');
  const condition = {
    sql: `${column.sql} = any (?)`,
    bindings: [...column.bindings, named],
  };
  return named.length === values.length
    ? condition
    : {
        sql: `(${condition.sql} or ${column.sql} is null)`,
        bindings: [...condition.bindings, ...column.bindings],
      };
}
