/** The name of a column or table, as SQL wants it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text, as SQL wants it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
