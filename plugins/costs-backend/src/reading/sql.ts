/** A name, quoted for SQL. */
export const identifier = (name: string): string =>
  `"${name.replaceAll('"', '""')}"`;

/** A text, quoted for SQL. */
export const literal = (value: string): string =>
  `'${value.replaceAll("'", "''")}'`;
