import path from 'node:path/posix';
import type { PlacedFile } from './Place';

/** Files that belong together: what a provider exported at one time for a month. */
export interface Delivery {
  /** The month, or the file's own path where that does not name one. */
  name: string;
  /** In the order in which they are brought in. */
  files: PlacedFile[];
}

const CHARGE_FILE = /\.(csv|csv\.gz|gz|parquet)$/i;

/**
 * How exports name their month: `BILLING_PERIOD=2026-09` and `2026-09`, or by
 * its first and last day, `20260901-20260930`.
 */
const MONTHS = [
  /BILLING_PERIOD=(\d{4})-(0[1-9]|1[0-2])(?!\d)/i,
  /(?<!\d)(\d{4})(0[1-9]|1[0-2])\d{2}-\d{8}(?!\d)/,
  /(?<!\d)(\d{4})-?(0[1-9]|1[0-2])(?!\d)/,
];

/** Every file for itself, oldest first. */
export function findFiles(files: readonly PlacedFile[]): Delivery[] {
  return files
    .filter(isChargeFile)
    .map(file => ({ name: file.path, files: [file] }))
    .sort(byAge);
}

/**
 * What is to be brought in of everything that lies in a place: of each month the
 * newest export, which is all files of one folder or one file among those of
 * other months; and every file that names no month. Oldest first.
 */
export function findDeliveries(files: readonly PlacedFile[]): Delivery[] {
  const byMonth = new Map<string, PlacedFile[]>();
  for (const file of files.filter(isChargeFile)) {
    const name = monthOf(file.path) ?? file.path;
    byMonth.set(name, [...(byMonth.get(name) ?? []), file]);
  }
  return [...byMonth]
    .map(([name, found]) => ({ name, files: newestOf(found) }))
    .sort(byAge);
}

function isChargeFile({ bytes, path: name }: PlacedFile): boolean {
  const isHidden = name.split('/').some(it => it.startsWith('.'));
  return CHARGE_FILE.test(name) && !isHidden && bytes > 0;
}

function byAge(one: Delivery, other: Delivery): number {
  return newest(one.files) - newest(other.files);
}

function monthOf(file: string): string | undefined {
  for (const pattern of MONTHS) {
    const [, year, month] = pattern.exec(file) ?? [];
    if (year) return `${year}-${month}`;
  }
  return undefined;
}

/**
 * The files beside the newest one. Where the month is in the name of the file
 * and not of a folder, each file is an export of its own.
 */
function newestOf(files: readonly PlacedFile[]): PlacedFile[] {
  const last = files.reduce((one, other) =>
    other.modifiedAt > one.modifiedAt ? other : one,
  );
  const folder = path.dirname(last.path);
  if (monthOf(folder) === undefined) {
    return [last];
  }
  return files
    .filter(file => path.dirname(file.path) === folder)
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function newest(files: readonly PlacedFile[]): number {
  return Math.max(...files.map(({ modifiedAt }) => modifiedAt.getTime()));
}
