import type { FocusColumnName } from '../focus';
import type { Condition, Expression } from './Expression';

/** One kind of export that charges are read from, as data. */
export interface ChargeFormat {
  /** Stable, kebab-case; kept with every import: `aws-cur-2`. */
  id: string;
  /** For people: `AWS Cost and Usage Report 2.0`. */
  title: string;
  /** Of an export in the shape of FOCUS: the version whose rules it is checked by. */
  focusVersion?: '1.0' | '1.1' | '1.2' | '1.3' | '1.4';
  /** The public documentation that the mapping was made from. */
  source: string;
  /**
   * Columns that tell the format from others. Every entry must be in the file,
   * by one of its names; letter case does not matter.
   */
  expects: readonly (readonly string[])[];
  /** Where given, at least one of these must be in the file, too. */
  expectsOneOf?: readonly string[];
  /**
   * Where files with the same columns hold different views of the same cost,
   * as actual and amortised exports do, so that they must not be added up: the
   * first of these that has a row for which one of its conditions holds.
   */
  datasets?: readonly { title: string; rows: readonly Condition[] }[];
  /** What each column of a charge is made from; a column left out is null. */
  columns: Readonly<Partial<Record<FocusColumnName, Expression>>>;
  /**
   * Whether 9/21/2023 is the 21st of September. Without it such dates are
   * rejected, since they may be read in two ways.
   */
  monthFirstDates?: boolean;
  /** Whether files with the delimiter `;` write 1,5 for one and a half. */
  decimalCommaWithSemicolon?: boolean;
  /** Whether a translated header carries the name in parentheses: `Region der Verbrauchseinheit (MeterRegion)`. */
  namesInParentheses?: boolean;
}
