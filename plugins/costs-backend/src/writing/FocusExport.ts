import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import type {
  ChargeColumnName,
  ChargeColumnType,
  FocusColumnName,
} from '@freehold/plugin-costs-node';

/** A charge as it is kept: decimals with every digit, instants in ISO 8601, JSON and the extension as text. */
export type StoredCharge = Readonly<
  Partial<Record<ChargeColumnName | 'extension', string | null>>
>;

/** One column of an export: where its value comes from, the first that is there. */
export interface ExportColumn {
  /** As that version of FOCUS names it. */
  name: string;
  type: ChargeColumnType;
  /** Of the columns that the file had and a charge has not. */
  extension?: string;
  column?: ChargeColumnName;
}

/** A version of FOCUS that charges are written in. */
export interface FocusExport {
  version: '1.2' | '1.4';
  /** In the order in which they are written. */
  columns: readonly ExportColumn[];
  /** Columns of a charge that the version has no place for. */
  dropped: readonly FocusColumnName[];
}

/** The columns of a charge that a version has, too, each under its own name. */
export function sharedColumns(
  dropped: readonly FocusColumnName[],
): ExportColumn[] {
  return CHARGE_COLUMNS.filter(
    ({ focusName }) => !dropped.includes(focusName),
  ).map(({ focusName, name, type }) => ({
    name: focusName,
    type,
    column: name,
  }));
}
