import type { Keyword, UncheckedReason } from './rules/FocusRule';

/** The versions of FOCUS that are read. */
export type FocusVersion = '1.0' | '1.1' | '1.2' | '1.3' | '1.4';

/** Whether a rule binds (MUST) or advises (SHOULD, RECOMMENDED). */
export type Severity = 'MUST' | 'SHOULD';

/** One row that breaks a rule, with what it holds in the columns concerned. */
export interface ConformanceExample {
  /** Counted from 1, the header left out. */
  row: number;
  values: Record<string, string | null>;
}

/** A rule that the file breaks. */
export interface ConformanceFinding {
  ruleId: string;
  keyword: Keyword;
  severity: Severity;
  /** The column or attribute of FOCUS that the rule is about. */
  column: string;
  /** The rule's own sentence. */
  text: string;
  /** Columns of the file that the rule looked at, or that break it by being there. */
  columns: string[];
  /** How many rows break the rule; null when the header alone does. */
  failingRows: number | null;
  example: ConformanceExample | null;
}

/** A rule that was not checked, and why. Such a rule is neither kept nor broken. */
export interface UncheckedRule {
  ruleId: string;
  keyword: Keyword;
  column: string;
  text: string;
  reason: UncheckedReason;
  /** What exactly stood in the way, where the reason alone does not say it. */
  note?: string;
}

/** How a file keeps to FOCUS. */
export interface ConformanceReport {
  /** The version that the file was taken to be. */
  version: FocusVersion;
  /** The text it was checked against: "1.2", "1.4" or "1.2, and 1.4 for …". */
  model: string;
  rows: number;
  /** Ids of the rules that were checked on every row, each once. */
  checkedRules: string[];
  findings: ConformanceFinding[];
  notChecked: UncheckedRule[];
  summary: Record<Severity, { checked: number; broken: number }>;
}
