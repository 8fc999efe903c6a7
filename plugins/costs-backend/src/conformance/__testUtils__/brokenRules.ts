import type { FocusVersion } from '../ConformanceReport';
import { planRules } from '../planRules';
import { focusModelFor } from '../rules/focusRules';
import { literal } from '../../reading/sql';
import type { FileRow, Workspace } from './workspace';

/** The ids of the rules of single rows that each of the rows breaks. */
export async function brokenRulesOf(
  workspace: Workspace,
  version: FocusVersion,
  columns: string[],
  rows: FileRow[],
): Promise<string[][]> {
  await workspace.load(columns, rows);
  const plan = planRules(focusModelFor(version), columns, new Set());
  const flags = plan.rows.map(
    ({ rule, when, holds }) =>
      `CASE WHEN (${when}) AND NOT (${holds}) THEN ${literal(rule.id)} END`,
  );
  const results = await workspace.rows<{ broken: string[] }>(
    `SELECT list_filter([${flags.join(', ')}], lambda id: id IS NOT NULL) AS broken
     FROM source_rows ORDER BY __row`,
  );
  return results.map(({ broken }) => broken.sort());
}
