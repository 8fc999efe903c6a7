import { text, when, type ChargeFormat } from '@freehold/plugin-costs-node';
import { compileText } from './chargeValues';
import type { Workspace } from './Workspace';

/**
 * Which of the datasets of a format a file holds, where its rows tell; the
 * order of the datasets is their precedence.
 */
export async function recogniseDataset(
  workspace: Workspace,
  { datasets = [], ...format }: ChargeFormat,
): Promise<string | undefined> {
  if (!workspace.source || datasets.length === 0) return undefined;
  const told = compileText(
    workspace.source,
    format,
    when(
      datasets.flatMap(({ title, rows }) =>
        rows.map(condition => ({ if: condition, then: text(title) })),
      ),
    ),
  );
  if (told === undefined) return undefined;
  const found = await workspace.rows<{ title: string }>(
    `select distinct ${told} as title from source_data`,
  );
  return datasets.find(({ title }) => found.some(it => it.title === title))
    ?.title;
}
