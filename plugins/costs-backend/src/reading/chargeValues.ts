import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import type {
  ChargeColumn,
  ChargeFormat,
  Expression,
  FocusColumnName,
} from '@freehold/plugin-costs-node';
import { ExpressionCompiler } from './compileExpression';
import type { Spelling } from './compileExpression';
import type { FileProfile } from './FileProfile';
import { HeaderIndex } from './HeaderIndex';
import { bound, literal } from './sql';

/** Constants that the uploader gives for columns that a file lacks. */
export type ChargeDefaults = Partial<Record<FocusColumnName, string>>;

/** SQL of one column of a charge over one file. */
export interface ChargeValue {
  column: ChargeColumn & { focusName: FocusColumnName };
  /** The text in the file, made by the format; nothing where the file has none. */
  text?: string;
  /** The text as the column's type, null where it is none. */
  value: string;
  /** How most files write the type: whether a text does, and a shorter way to its value. */
  plain?: { holds: string; value: string };
}

/** All columns of a charge over one file, and what of the file no column takes. */
export interface ChargeValues {
  values: ChargeValue[];
  /** Names of the file that no column of a charge holds as it is. */
  leftOver: string[];
}

/** Compiles a format for one file. */
export function compileCharges(
  profile: FileProfile,
  format: ChargeFormat,
  defaults: ChargeDefaults,
): ChargeValues {
  const header = new HeaderIndex(profile.columns, format);
  const spelling = spellingOf(profile, format);
  const compiler = new ExpressionCompiler(header, spelling);
  const values = CHARGE_COLUMNS.map((column): ChargeValue => {
    const expression = format.columns[column.focusName];
    const fallback = defaults[column.focusName];
    const text =
      (expression && compiler.compile(expression)) ??
      (fallback === undefined ? undefined : literal(fallback));
    return {
      column,
      text,
      value: typed(column, text, spelling),
      plain: plainly(column, text, spelling),
    };
  });
  const taken = new Set(
    CHARGE_COLUMNS.flatMap(({ focusName }) =>
      takenColumns(format.columns[focusName], header),
    ),
  );
  return {
    values,
    leftOver: profile.columns.filter(name => !taken.has(name)),
  };
}

/** SQL of a text that an expression makes of a row of the file, if it can make one. */
export function compileText(
  profile: FileProfile,
  format: ChargeFormat,
  expression: Expression,
): string | undefined {
  return new ExpressionCompiler(
    new HeaderIndex(profile.columns, format),
    spellingOf(profile, format),
  ).compile(expression);
}

function spellingOf(profile: FileProfile, format: ChargeFormat): Spelling {
  const decimalComma =
    format.decimalCommaWithSemicolon === true && profile.delimiter === ';';
  const instant = format.monthFirstDates ? 'month_first_instant' : 'instant';
  return {
    decimalComma,
    number: sql =>
      bound(
        decimalComma ? `decimal_comma(${sql})` : sql,
        v => `exact_number(${v})`,
      ),
    instant: sql => bound(sql, v => `${instant}(${v})`),
  };
}

/** Columns of FOCUS's key-value format, which is an object; others may be lists. */
const KEY_VALUES = new Set(['allocated_tags', 'sku_price_details', 'tags']);

function typed(
  column: ChargeColumn,
  text: string | undefined,
  spelling: Spelling,
): string {
  if (text === undefined) {
    return column.type === 'timestamp' ? 'null::timestamp' : 'null::varchar';
  }
  switch (column.type) {
    case 'decimal':
      return spelling.number(text);
    case 'timestamp':
      return spelling.instant(text);
    case 'json':
      return bound(
        text,
        v =>
          `case when is_json_object(${v})${KEY_VALUES.has(column.name) ? ` and starts_with(ltrim(${v}), '{')` : ''} then ${v} end`,
      );
    default:
      return text;
  }
}

// Far enough for any commitment; further away a date is a slip of the pen.
const SANE_INSTANTS =
  "between timestamp '1990-01-01' and timestamp '2200-01-01'";

/** SQL of whether an instant lies in a time that charges are from. */
export const isSaneInstant = (sql: string): string =>
  `coalesce(${sql} ${SANE_INSTANTS}, false)`;

function plainly(
  { type }: ChargeColumn,
  text: string | undefined,
  spelling: Spelling,
): ChargeValue['plain'] {
  if (text === undefined) return undefined;
  if (type === 'decimal') {
    if (spelling.decimalComma) return undefined;
    return { holds: `is_plain_number(${text})`, value: text };
  }
  return type === 'timestamp'
    ? {
        holds: `is_plain_instant(${text}) and ${isSaneInstant(`try_cast(${text} as timestamp)`)}`,
        value: `(${text})::timestamp`,
      }
    : undefined;
}

/** A file without billing periods is billed by calendar months in UTC. */
export function deriveBillingPeriod(values: ChargeValue[]): void {
  const of = (name: FocusColumnName) =>
    values.find(({ column }) => column.focusName === name)!;
  const start = of('BillingPeriodStart');
  const end = of('BillingPeriodEnd');
  if (start.text === undefined) {
    start.value = `date_trunc('month', ${of('ChargePeriodStart').value})::timestamp`;
  }
  if (end.text === undefined) {
    end.value = `(date_trunc('month', ${start.value}) + interval 1 month)::timestamp`;
  }
}

/** The file's columns whose values are all found again in one column of a charge. */
function takenColumns(
  expression: Expression | undefined,
  header: HeaderIndex,
): string[] {
  switch (expression?.kind) {
    case 'column':
      return [header.find(expression.names)].filter(name => name !== undefined);
    case 'gathered':
      return header.withPrefix(expression.prefix);
    case 'jsonObject':
      return takenColumns(expression.of, header);
    case 'firstOf':
      // Of several alternatives only the first is certain to be the value.
      return takenColumns(expression.of[0], header);
    default:
      return [];
  }
}
