import type { Header } from './headerChecks';
import { headerChecks } from './headerChecks';
import type { UncheckedRule } from './ConformanceReport';
import type { FocusModel } from './rules/focusRules';
import type { FocusRule, UncheckedReason } from './rules/FocusRule';
import { columnsOfCheck, compileCheck } from './sql/compileCheck';

/** A rule about single rows. */
export interface RowRule {
  rule: FocusRule;
  columns: string[];
  /** SQL that is true of the rows that it is about. */
  when: string;
  /** SQL that is false of the rows that break it. */
  holds: string;
}

/** A rule about how many values of one column go with a value of another. */
export interface DistinctRule {
  rule: FocusRule;
  columns: string[];
  /** True of the rows that it is about. */
  when: string;
}

/** What to do about each rule of a model, for a file with this header. */
export interface RulePlan {
  header: { rule: FocusRule; broken: string[] }[];
  rows: RowRule[];
  distinct: DistinctRule[];
  unchecked: UncheckedRule[];
}

/**
 * Sorts the rules of a model by how a file with this header is checked against
 * them. A rule that cannot be checked is listed with the reason.
 *
 * @param supported - what the provider is known to support
 */
export function planRules(
  model: FocusModel,
  columns: string[],
  supported: ReadonlySet<string>,
): RulePlan {
  const header: Header = { columns, focusColumns: model.columns };
  const plan: RulePlan = { header: [], rows: [], distinct: [], unchecked: [] };
  for (const rule of model.rules) planRule(plan, rule, header, supported);
  return plan;
}

function planRule(
  plan: RulePlan,
  rule: FocusRule,
  header: Header,
  supported: ReadonlySet<string>,
) {
  const { require } = rule;
  const skip = (reason: UncheckedReason, note = rule.note) =>
    plan.unchecked.push(uncheckedRule(rule, reason, note));
  if (rule.unchecked || !require) return skip(rule.unchecked ?? 'provider');

  const columns = [
    ...new Set([...columnsOfCheck(require), ...columnsOfCheck(rule.when)]),
  ];
  const foreign = columns.filter(name => !header.focusColumns.has(name));
  if (foreign.length) return skip('version', foreign.join(', '));

  const unknown = (rule.criteria ?? []).filter(name => !supported.has(name));
  const checkHeader = headerChecks[require.check];
  if (checkHeader) {
    const broken = checkHeader(require, header);
    return broken.length && unknown.length
      ? skip('criterion', unknown.join(', '))
      : plan.header.push({ rule, broken });
  }
  const absent = columns.filter(name => !header.columns.includes(name));
  if (absent.length) return skip('columnAbsent', absent.join(', '));
  if (unknown.length) return skip('criterion', unknown.join(', '));
  return planRowRule(plan, rule, columns);
}

function planRowRule(plan: RulePlan, rule: FocusRule, columns: string[]) {
  const { require, when } = rule;
  const where = when ? compileCheck(when) : 'true';
  if (require?.check === 'CheckDistinctCount' && where) {
    return plan.distinct.push({ rule, columns, when: where });
  }
  const holds = require && compileCheck(require);
  if (!holds || !where) {
    return plan.unchecked.push(uncheckedRule(rule, 'unknownFunction'));
  }
  return plan.rows.push({ rule, columns, when: where, holds });
}

/** What the report says of a rule that was not checked. */
export function uncheckedRule(
  { id, keyword, column, text }: FocusRule,
  reason: UncheckedReason,
  note?: string,
): UncheckedRule {
  return { ruleId: id, keyword, column, text, reason, ...(note && { note }) };
}
