import { sharedColumns } from './FocusExport';
import type { FocusExport } from './FocusExport';

/**
 * FOCUS 1.4, Cost and Usage: the columns that charges are kept in, one by one.
 * Source: FOCUS Data Model workbook 1.4 (https://focus.finops.org), CC BY 4.0.
 */
export const FOCUS_1_4_EXPORT: FocusExport = {
  version: '1.4',
  columns: sharedColumns([]),
  dropped: [],
};
