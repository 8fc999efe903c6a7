import type { ChargeFormat } from '@freehold/plugin-costs-node';
import { compileCharges, deriveBillingPeriod } from './chargeValues';
import type { ChargeDefaults, ChargeValue, ChargeValues } from './chargeValues';
import { jsonObjectOf } from './compileExpression';
import { findRejections, rawOf, reasonsOf } from './findRejections';
import type { Rejection } from './findRejections';
import { ReadingError } from './ReadingError';
import { identifier, literal } from './sql';
import type { Workspace } from './Workspace';
import { toCount } from '../domain/toCount';

/** What an uploader may say about a file. */
export interface MapChargesOptions {
  defaults?: ChargeDefaults;
  /** First day of the only billing period whose charges are wanted. */
  billingPeriod?: string;
}

/**
 * Makes `charges` of `source_rows`: a view, so that nothing is written twice
 * and a reader pays for the columns it asks for. Rows with a value that cannot
 * be read go to `rejected_rows`, each with all its reasons.
 */
export async function mapCharges(
  workspace: Workspace,
  format: ChargeFormat,
  options: MapChargesOptions = {},
): Promise<{ accepted: number; rejected: number }> {
  if (!workspace.source) throw new Error('No file was read into the workspace');
  const { columns } = workspace.source;
  const charges = compileCharges(
    workspace.source,
    format,
    options.defaults ?? {},
  );
  await takePlainValues(workspace, charges.values);
  deriveBillingPeriod(charges.values);
  const rejections = await survey(workspace, findRejections(charges.values));
  if (rejections.length > 0) {
    await refuseDayFirstDates(workspace, charges);
    await workspace.run(`
      insert into rejected_rows
      select __row, ${reasonsOf(rejections)}, ${rawOf(columns)}
      from source_rows
      where ${rejections.map(({ applies }) => `coalesce(${applies}, false)`).join(' or ')}`);
  }
  await createView(workspace, charges, options.billingPeriod);
  const [counts] = await workspace.rows<{
    rows: string;
    rejected: string;
    mapped: string;
  }>(`
    select (select count(*) from source_data) as rows,
      (select count(*) from rejected_rows) as rejected,
      (select count(*) from rejected_rows where row_number in (select __row from source_rows)) as mapped`);
  return {
    accepted: toCount(counts.rows) - toCount(counts.mapped),
    rejected: toCount(counts.rejected),
  };
}

/**
 * Columns that write every number and instant in the plain way are taken as
 * they are, by whoever reads `charges`, instead of being respelled each time.
 */
async function takePlainValues(
  workspace: Workspace,
  values: ChargeValue[],
): Promise<void> {
  const spelled = values.filter(({ plain }) => plain);
  const questions = spelled.map(
    ({ plain, text }, index) =>
      `coalesce(bool_and(${plain!.holds}) filter (where ${text} is not null), true) as p${index}`,
  );
  const [answers] = await workspace.rows<Record<string, boolean>>(
    `select ${['true', ...questions].join(', ')} from source_data`,
  );
  spelled.forEach((value, index) => {
    if (answers[`p${index}`]) value.value = value.plain!.value;
  });
}

/** The reasons that apply to any row at all: mostly none, which spares the second look. */
async function survey(
  workspace: Workspace,
  rejections: Rejection[],
): Promise<Rejection[]> {
  const counts = rejections.map(
    ({ applies }, index) => `bool_or(${applies}) as r${index}`,
  );
  const [found] = await workspace.rows<Record<string, boolean | null>>(
    `select ${counts.join(', ')} from source_data`,
  );
  return rejections.filter((_, index) => found[`r${index}`] === true);
}

/**
 * One date such as 31/5/2026 shows that 4/5/2026 is not the fifth of April:
 * to reject the first and swap the second would be wrong without a word.
 */
async function refuseDayFirstDates(
  workspace: Workspace,
  { values }: ChargeValues,
): Promise<void> {
  const dates = values
    .filter(({ column, text }) => column.type === 'timestamp' && text)
    .map(
      ({ text }) =>
        `regexp_matches(${text}, '^(1[3-9]|2[0-9]|3[01])/[0-9]{1,2}/')`,
    );
  const [found] = await workspace.rows(
    `select 1 from source_data where ${['false', ...dates].join(' or ')} limit 1`,
  );
  if (found) {
    throw new ReadingError(
      'day-first-dates',
      'The file writes the day before the month, as in 31/5/2026, so that its dates may be read in two ways. Export it with dates such as 2026-05-31',
    );
  }
}

async function createView(
  workspace: Workspace,
  { values, leftOver }: ChargeValues,
  billingPeriod?: string,
): Promise<void> {
  const columns = values.map(
    ({ column, value }) => `${value} as ${identifier(column.name)}`,
  );
  const extension =
    leftOver.length === 0
      ? 'null::varchar'
      : jsonObjectOf(leftOver.map(name => [name, name]));
  await workspace.run(`
    create view charges as
    select * from (
      select __row as row_number, ${columns.join(', ')}, ${extension} as extension
      from source_rows
      where __row not in (select row_number from rejected_rows))
    ${billingPeriod ? `where ${isOfPeriod(billingPeriod)}` : ''}`);
}

/** Holds for the charges of one billing period, named by its first day. */
export function isOfPeriod(billingPeriod: string): string {
  return `date_trunc('day', billing_period_start) = ${literal(billingPeriod)}::timestamp`;
}
