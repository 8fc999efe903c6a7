/** A name, quoted for SQL. */
export const identifier = (name: string): string =>
  `"${name.replaceAll('"', '""')}"`;

/** A text, quoted for SQL. */
export const literal = (value: string): string =>
  `'${value.replaceAll("'", "''")}'`;

let bindings = 0;

/**
 * SQL that uses a value more than once and has it computed once: macros of SQL
 * copy their arguments, so that nested ones would grow without end.
 */
export function bound(sql: string, use: (name: string) => string): string {
  if (/^"(?:[^"]|"")*"$/.test(sql)) return use(sql);
  bindings += 1;
  const name = `bound_${bindings}`;
  return `list_transform([(${sql})::varchar], lambda ${name}: ${use(name)})[1]`;
}
