import type {
  ConformanceFinding,
  ConformanceReport,
  FocusVersion,
  Severity,
  UncheckedRule,
} from './ConformanceReport';
import {
  countDistinctFailures,
  countFailures,
  countRows,
  readRows,
} from './countFailures';
import type {
  Failure,
  RowsConnection,
  RowsTable,
  RuleCounts,
} from './countFailures';
import { planRules, uncheckedRule } from './planRules';
import type { RulePlan } from './planRules';
import { focusModelFor } from './rules/focusRules';
import type { FocusRule, Keyword } from './rules/FocusRule';

/** Where the rows of a file are, and what is known of the file. */
export interface ConformanceInput {
  /** A table whose columns are all text, null where the file holds nothing. */
  table: string;
  /** Its column with the number of the row, counted from 1. */
  rowColumn: string;
  /** The header of the file. */
  columns: string[];
  version: FocusVersion;
  /**
   * What the provider is known to support, by the names of the requirements
   * model ("TAGGING_SUPPORTED") or the words of the 1.4 column model.
   */
  supports?: string[];
}

/** Checks the rows of a file against the rules of FOCUS. */
export async function checkConformance(
  connection: RowsConnection,
  { table, rowColumn, columns, version, supports = [] }: ConformanceInput,
): Promise<ConformanceReport> {
  const source: RowsTable = { connection, table, rowColumn };
  const model = focusModelFor(version);
  const plan = planRules(model, columns, new Set(supports));
  const counts = await countFailures(source, plan.rows);
  const findings = [
    ...headerFindings(plan),
    ...(await rowFindings(source, [
      ...brokenInRows(plan, counts),
      ...(await brokenAcrossRows(source, plan)),
    ])),
  ].sort(byWeight);
  const checked = [...plan.header, ...plan.rows, ...plan.distinct].map(
    ({ rule }) => rule,
  );
  return {
    version,
    model: model.name,
    rows: await countRows(source),
    checkedRules: [...new Set(checked.map(({ id }) => id))].sort(),
    findings,
    notChecked: [...plan.unchecked, ...incomparableRows(counts)],
    summary: {
      MUST: countOf('MUST', checked, findings),
      SHOULD: countOf('SHOULD', checked, findings),
    },
  };
}

function headerFindings({ header }: RulePlan): ConformanceFinding[] {
  return header
    .filter(({ broken }) => broken.length > 0)
    .map(({ rule, broken }) => finding(rule, broken));
}

interface BrokenRule extends Failure {
  rule: FocusRule;
  columns: string[];
}

function brokenInRows(
  { rows }: RulePlan,
  counts: Map<FocusRule, RuleCounts>,
): BrokenRule[] {
  return rows.flatMap(({ rule, columns }) => {
    const failure = counts.get(rule)?.failure;
    return failure ? [{ rule, columns, ...failure }] : [];
  });
}

async function brokenAcrossRows(
  source: RowsTable,
  { distinct }: RulePlan,
): Promise<BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const planned of distinct) {
    const failure = await countDistinctFailures(source, planned);
    if (failure) broken.push({ ...planned, ...failure });
  }
  return broken;
}

/** Findings with their examples, which are read all at once. */
async function rowFindings(
  source: RowsTable,
  broken: BrokenRule[],
): Promise<ConformanceFinding[]> {
  const examples = await readRows(
    source,
    [...new Set(broken.map(({ firstRow }) => firstRow))],
    [...new Set(broken.flatMap(({ columns }) => columns))],
  );
  return broken.map(({ rule, columns, failingRows, firstRow: row }) => {
    const held = examples.get(row) ?? {};
    const values = columns.map(name => [name, held[name] ?? null] as const);
    return {
      ...finding(rule, columns),
      failingRows,
      example: { row, values: Object.fromEntries(values) },
    };
  });
}

function incomparableRows(counts: Map<FocusRule, RuleCounts>): UncheckedRule[] {
  return [...counts]
    .filter(([, { incomparable }]) => incomparable > 0)
    .map(([rule, { incomparable }]) =>
      uncheckedRule(rule, 'digits', `${incomparable} rows`),
    );
}

function finding(rule: FocusRule, columns: string[]): ConformanceFinding {
  const { id, keyword, column, text } = rule;
  return {
    ruleId: id,
    keyword,
    severity: severityOf(keyword),
    column,
    text,
    columns,
    failingRows: null,
    example: null,
  };
}

function severityOf(keyword: Keyword): Severity {
  return keyword.startsWith('MUST') ? 'MUST' : 'SHOULD';
}

function countOf(
  severity: Severity,
  checked: FocusRule[],
  findings: ConformanceFinding[],
) {
  const ids = (rules: { id: string }[]) => new Set(rules.map(({ id }) => id));
  return {
    checked: ids(checked.filter(rule => severityOf(rule.keyword) === severity))
      .size,
    broken: ids(
      findings
        .filter(found => found.severity === severity)
        .map(({ ruleId }) => ({ id: ruleId })),
    ).size,
  };
}

/** MUST before SHOULD, then by rule and column: the same file, the same report. */
function byWeight(a: ConformanceFinding, b: ConformanceFinding): number {
  const key = ({ severity, ruleId, column }: ConformanceFinding) =>
    [severity, ruleId, column].join('\u0000');
  if (key(a) === key(b)) return 0;
  return key(a) < key(b) ? -1 : 1;
}
