import type { ExportColumn, FocusExport, StoredCharge } from './FocusExport';

/**
 * Charges as a FOCUS CSV file, by RFC 4180: null is an empty cell, instants are
 * in UTC with Z. A text that a spreadsheet would run as a formula gets a quote
 * before it (OWASP, CSV injection); numbers and instants are written as they are.
 */
export async function* writeFocusCsv(
  format: FocusExport,
  charges: AsyncIterable<StoredCharge> | Iterable<StoredCharge>,
): AsyncGenerator<string> {
  yield toCsvLine(format.columns.map(({ name }) => name));
  for await (const charge of charges) {
    yield toCsvLine(writeFocusRow(format, charge).map(value => value ?? ''));
  }
}

/** The values of one charge in the order of the format's columns; formulas defused. */
export function writeFocusRow(
  format: FocusExport,
  charge: StoredCharge,
): (string | null)[] {
  return readFocusRow(format, charge).map((value, at) =>
    value !== null && format.columns[at].type === 'string'
      ? defuse(value)
      : value,
  );
}

/** The values of one charge as they are, for files that no spreadsheet runs. */
export function readFocusRow(
  format: FocusExport,
  charge: StoredCharge,
): (string | null)[] {
  const extension = charge.extension ? JSON.parse(charge.extension) : {};
  return format.columns.map(column => {
    const value = valueOf(column, charge, extension);
    return value !== null && column.type === 'timestamp'
      ? toInstant(value)
      : value;
  });
}

function valueOf(
  { column, extension: key }: ExportColumn,
  charge: StoredCharge,
  extension: Record<string, string>,
): string | null {
  const kept = key === undefined ? undefined : extension[key];
  return kept ?? (column && charge[column]) ?? null;
}

function toInstant(value: string): string {
  return `${value.replace(' ', 'T').replace(/(Z|\+00(:?00)?)$/, '')}Z`;
}

/** A text that no spreadsheet takes for a formula. */
export function defuse(value: string): string {
  const begins = /^[=+\-@\t\r]/.test(value);
  return begins && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
}

/** A line of CSV by RFC 4180, of cells that are harmless already. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(value: string): string {
  return /[",\r\n]/.test(value) || value.trim() !== value
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}
