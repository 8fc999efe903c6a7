/** A line of CSV, by RFC 4180. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCsvCell).join()}\r\n`;
}

/**
 * A cell that begins like a formula would be run by a spreadsheet; a quote
 * before it makes it text (OWASP, CSV injection).
 */
function toCsvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
