import {
  DOMAIN_PATTERN,
  VARIABLE_PATTERN,
  type Specification,
} from '@freehold/plugin-sites-common';
import type { AddOns, Capabilities } from '../api';
import type { RuntimeKind } from './RuntimeDraft';

/** One line of a list that is typed; its id outlives changes of the others. */
export interface DraftRow {
  id: number;
  name: string;
  value: string;
}

export type DatabaseSize = NonNullable<AddOns['database']>['size'];

/** The lists of rows a form holds. */
export const ROW_LISTS = [
  'domains',
  'environment',
  'secretReferences',
] as const;
export type RowList = (typeof ROW_LISTS)[number];

/** What a site has beside itself as a form holds it: all that was typed. */
export interface ExtrasDraft extends Record<RowList, DraftRow[]> {
  database: DatabaseSize | 'none';
  replica: boolean;
  storage: boolean;
}

/** What is wrong with a row; keys of the texts. */
export type RowProblem =
  'domain' | 'twice' | 'variable' | 'variableMissing' | 'secret' | 'tooLong';

/** By list, row and part of the row. */
export type ExtrasProblems = Record<
  RowList,
  Map<number, Partial<Record<'name' | 'value', RowProblem>>>
>;

/** What the API wants to know of a {@link ExtrasDraft}. */
export type Extras = Pick<
  Specification,
  'domains' | 'environment' | 'secretReferences' | 'addOns'
>;

export const NO_EXTRAS: ExtrasDraft = {
  domains: [],
  environment: [],
  secretReferences: [],
  database: 'none',
  replica: false,
  storage: false,
};

const LONGEST_VALUE = 4_000;
const domain = new RegExp(DOMAIN_PATTERN);
const variable = new RegExp(VARIABLE_PATTERN);
// The whole ARN of a secret or of a parameter, as the order asks for it.
const secret =
  /^arn:aws[a-z-]*:(secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+(:[\w/+=.@-]*){0,3}|ssm:[a-z0-9-]+:\d{12}:parameter\/[\w/.-]+)$/;

/** The same draft without what the cloud or the runtime cannot have. */
export function possibleExtras(
  draft: ExtrasDraft,
  can: Capabilities,
  runtime: RuntimeKind,
): ExtrasDraft {
  const isRunning = runtime !== 'static';
  const has = (addOn: 'database' | 'storage') =>
    isRunning && can.addOns.includes(addOn);
  return {
    domains: can.domains ? draft.domains : [],
    environment: isRunning && can.environment ? draft.environment : [],
    secretReferences: isRunning && can.secrets ? draft.secretReferences : [],
    database: has('database') ? draft.database : 'none',
    replica: has('database') && draft.replica,
    storage: has('storage') && draft.storage,
  };
}

/** What is wrong, row by row; rows with nothing in them are passed over. */
export function problemsOfExtras(draft: ExtrasDraft): ExtrasProblems {
  const variables = [...draft.environment, ...draft.secretReferences];
  return {
    domains: problemsByRow(draft.domains, row => ({
      name: problemOfDomain(row, draft.domains),
    })),
    environment: problemsByRow(draft.environment, row => ({
      name: problemOfVariable(row, variables),
      value: row.value.length > LONGEST_VALUE ? 'tooLong' : undefined,
    })),
    secretReferences: problemsByRow(draft.secretReferences, row => ({
      name: problemOfVariable(row, variables),
      value: secret.test(row.value.trim()) ? undefined : 'secret',
    })),
  };
}

/** Whether nothing is wrong. */
export function areExtrasValid(draft: ExtrasDraft): boolean {
  const problems = problemsOfExtras(draft);
  return ROW_LISTS.every(list => problems[list].size === 0);
}

/** What the API wants to know, for a draft in which nothing is wrong. */
export function toExtras(draft: ExtrasDraft): Extras {
  const { database, replica, storage } = draft;
  return {
    domains: filled(draft.domains).map(({ name }) => name.trim()),
    environment: Object.fromEntries(
      filled(draft.environment).map(({ name, value }) => [name.trim(), value]),
    ),
    secretReferences: Object.fromEntries(
      filled(draft.secretReferences).map(({ name, value }) => [
        name.trim(),
        value.trim(),
      ]),
    ),
    addOns: {
      ...(database !== 'none' && { database: { size: database, replica } }),
      ...(storage && { storage }),
    },
  };
}

/** What a site has, for a form to change. */
export function toExtrasDraft(extras: Extras): ExtrasDraft {
  const { database, storage = false } = extras.addOns;
  return {
    domains: extras.domains.map((name, id) => ({ id, name, value: '' })),
    environment: toRows(extras.environment),
    secretReferences: toRows(extras.secretReferences),
    database: database?.size ?? 'none',
    replica: database?.replica ?? false,
    storage,
  };
}

/** A list with one more row, which is empty. */
export function withRow(rows: DraftRow[]): DraftRow[] {
  const id = Math.max(-1, ...rows.map(row => row.id)) + 1;
  return [...rows, { id, name: '', value: '' }];
}

function toRows(map: Record<string, string>): DraftRow[] {
  return Object.entries(map).map(([name, value], id) => ({ id, name, value }));
}

function filled(rows: DraftRow[]): DraftRow[] {
  return rows.filter(({ name, value }) => name.trim() || value.trim());
}

function problemsByRow(
  rows: DraftRow[],
  look: (row: DraftRow) => Partial<Record<'name' | 'value', RowProblem>>,
) {
  return new Map(
    filled(rows)
      .map(row => [row.id, look(row)] as const)
      .filter(([, { name, value }]) => name ?? value),
  );
}

function problemOfDomain(
  row: DraftRow,
  rows: DraftRow[],
): RowProblem | undefined {
  if (!domain.test(row.name.trim())) return 'domain';
  return isRepeated(row, rows) ? 'twice' : undefined;
}

function problemOfVariable(
  row: DraftRow,
  rows: DraftRow[],
): RowProblem | undefined {
  if (!row.name.trim()) return 'variableMissing';
  if (!variable.test(row.name.trim())) return 'variable';
  return isRepeated(row, rows) ? 'twice' : undefined;
}

/** The later one is what people correct. */
function isRepeated(row: DraftRow, rows: DraftRow[]): boolean {
  const first = rows.find(({ name }) => name.trim() === row.name.trim());
  return first !== row;
}
