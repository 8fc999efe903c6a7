import type { FocusVersion } from '../ConformanceReport';
import columns from '../generated/focusColumns.json';
import rules12 from '../generated/focusRules12.json';
import rules14 from '../generated/focusRules14.json';
import type { FocusRule } from './FocusRule';

/** The rules that files of a version are checked by. */
export interface FocusModel {
  /** The text they are from, as the report says it. */
  name: string;
  rules: FocusRule[];
  /** All columns of the version. */
  columns: Set<string>;
}

const versions: Record<string, { since: string; until?: string }> =
  columns.columns;
const of12 = rules12.rules as FocusRule[];
const of14 = rules14.rules as FocusRule[];

/** The columns that a version of FOCUS defines. */
export function columnsOfVersion(version: FocusVersion): Set<string> {
  return new Set(
    Object.entries(versions)
      .filter(
        ([, { since, until = '1.4' }]) => since <= version && version <= until,
      )
      .map(([name]) => name),
  );
}

/**
 * The nearest rules that are published as data: files of 1.4 are checked by
 * its column model, older ones by the requirements of 1.2, and what 1.3 added
 * to these by the column model of 1.4.
 */
export function focusModelFor(version: FocusVersion): FocusModel {
  const ofVersion = columnsOfVersion(version);
  if (version === '1.4') {
    return { name: '1.4', rules: of14, columns: ofVersion };
  }
  if (version !== '1.3') {
    return { name: '1.2', rules: of12, columns: ofVersion };
  }
  const added = of14.filter(({ column }) => versions[column].since === '1.3');
  return {
    name: '1.2, and 1.4 for the columns that 1.3 added',
    rules: [...of12, ...added],
    columns: ofVersion,
  };
}
