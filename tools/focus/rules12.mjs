// Turns the published requirements model of FOCUS 1.2 into our own list of
// rules: flat, each with everything that must hold for it to apply.
import { corrections } from './corrections.mjs';

/**
 * @typedef {Record<string, any>} Node
 * @typedef {Record<string, any>} Rule
 */

/** Attribute rules that a check of each column's format includes. */
const coveredByFormats =
  /^(DateTimeFormat-A|KeyValueFormat-A|CurrencyFormat-A|UnitFormat-A|StringHandling-A-001|NumericFormat-A-0(0[2-9]|10|11))/;

/** @param {Node} node */
function convert(node) {
  if (node.Items) {
    return simplified({
      check: node.CheckFunction,
      items: node.Items.map(convert),
    });
  }
  if (node.ResultColumnName) {
    return {
      check: node.CheckFunction,
      columns: [node.ColumnAName, node.ColumnBName, node.ResultColumnName],
    };
  }
  if (node.ColumnAName) {
    return {
      check: node.CheckFunction,
      columns: [node.ColumnAName, node.ColumnBName],
      ...(node.ExpectedCount && { count: node.ExpectedCount }),
    };
  }
  return {
    check: node.CheckFunction,
    column: node.ColumnName,
    ...('Value' in node && {
      value: node.Value === null ? null : String(node.Value),
    }),
  };
}

/**
 * Lists of allowed values and pairs are published as ORs of comparisons.
 *
 * @param {Node} node
 */
function simplified({ check, items }) {
  if (items.length === 1) return items[0];
  const [first] = items;
  const isValueOf = (/** @type {Node} */ item, /** @type {string} */ column) =>
    item.check === 'CheckValue' && item.column === column && item.value;
  if (
    check === 'OR' &&
    items.every((/** @type {Node} */ i) => isValueOf(i, first.column))
  ) {
    const values = items.map((/** @type {Node} */ i) => i.value);
    return { check: 'OneOf', column: first.column, values };
  }
  const isPair = (/** @type {Node} */ i) =>
    i.check === 'AND' &&
    i.items.length === 2 &&
    isValueOf(i.items[0], first.items[0].column) &&
    isValueOf(i.items[1], first.items[1].column);
  if (check === 'OR' && first.items && items.every(isPair)) {
    return {
      check: 'OneOfPairs',
      columns: first.items.map((/** @type {Node} */ i) => i.column),
      pairs: items.map((/** @type {Node} */ i) =>
        i.items.map((/** @type {Node} */ j) => j.value),
      ),
    };
  }
  return { check, items };
}

/** @param {Node[]} checks */
function allOf(checks) {
  return checks.length > 1 ? { check: 'AND', items: checks } : checks[0];
}

/** @param {Node} requirement @returns {string[]} */
function members(requirement) {
  if (requirement.ModelRuleId) return [requirement.ModelRuleId];
  return (requirement.Items ?? []).flatMap(members);
}

/**
 * @param {Record<string, Node>} published
 * @param {Record<string, Node>} overlay
 */
function applyOverlay(published, overlay) {
  const rules = structuredClone(published);
  for (const [id, change] of Object.entries(overlay)) {
    const rule = rules[id];
    if (!rule) continue;
    for (const part of ['Requirement', 'Condition']) {
      const replacement = change[`ValidationCriteria.${part}`];
      if (replacement) rule.ValidationCriteria[part] = replacement;
    }
    if (change.skip) rule.skipped = `${change.why} (errata overlay)`;
  }
  return rules;
}

/**
 * The conditions of the composite rules that lead to each rule.
 *
 * @param {Record<string, Node>} rules
 */
function inheritedConditions(rules) {
  /** @type {Record<string, Node[]>} */
  const inherited = {};
  const walk = (/** @type {string} */ id, /** @type {Node[]} */ above) => {
    const rule = rules[id];
    const known = inherited[id];
    if (known && known.length >= above.length) return;
    inherited[id] = above;
    const { Requirement, Condition } = rule.ValidationCriteria;
    const own =
      Condition?.CheckFunction && !rule.skipped ? [convert(Condition)] : [];
    for (const member of members(Requirement)) walk(member, [...above, ...own]);
  };
  const composed = new Set(
    Object.values(rules).flatMap(rule =>
      members(rule.ValidationCriteria.Requirement),
    ),
  );
  for (const id of Object.keys(rules)) if (!composed.has(id)) walk(id, []);
  return inherited;
}

/** @param {string} id @param {Node} rule @param {Node | undefined} require */
function whyUnchecked(id, rule, require) {
  const { Keyword } = rule.ValidationCriteria;
  if (rule.skipped || corrections[id]?.off) return 'errata';
  if (Keyword === 'MAY') return 'permission';
  if (coveredByFormats.test(id)) return 'covered';
  if (!require) return 'provider';
  return require.check === 'TypeString' ? 'text' : undefined;
}

/** @param {string} id @param {Node} rule @param {Node[]} inherited @returns {Rule} */
function flatten(id, rule, inherited) {
  const { MustSatisfy, Keyword, Requirement, Condition } =
    rule.ValidationCriteria;
  const correction = corrections[id];
  const require =
    correction?.require ??
    (Requirement?.CheckFunction ? convert(Requirement) : undefined);
  const own =
    correction?.when ??
    (Condition?.CheckFunction ? convert(Condition) : undefined);
  const base = {
    id,
    keyword: Keyword,
    column: rule.Reference,
    text: MustSatisfy,
  };
  const unchecked = whyUnchecked(id, rule, require);
  if (unchecked) {
    const note = rule.skipped ?? (correction?.off && correction.why);
    return { ...base, unchecked, ...(note && { note }) };
  }
  const conditions = [...inherited, ...(own ? [own] : [])];
  const seen = new Set();
  const distinct = conditions.filter(condition => {
    const key = JSON.stringify(condition);
    return !seen.has(key) && seen.add(key);
  });
  return {
    ...base,
    require,
    ...(distinct.length && { when: allOf(distinct) }),
    ...(rule.ApplicabilityCriteria.length && {
      criteria: rule.ApplicabilityCriteria,
    }),
  };
}

/**
 * String columns that never are null should not be blank either.
 *
 * @param {Rule[]} rules
 * @param {Node} published
 */
function blankRules(rules, published) {
  const id = 'StringHandling-A-007-M';
  const { Keyword, MustSatisfy } = published[id].ValidationCriteria;
  const strings = new Set(
    rules.filter(rule => rule.unchecked === 'text').map(rule => rule.column),
  );
  return rules
    .filter(
      ({ require, when, criteria, column }) =>
        require?.check === 'CheckNotValue' &&
        require.value === null &&
        !when &&
        !criteria &&
        strings.has(column),
    )
    .map(({ column }) => ({
      id,
      keyword: Keyword,
      column,
      text: MustSatisfy,
      require: { check: 'NotBlank', column },
    }));
}

/**
 * @param {Node} model the published requirements model
 * @param {Node} overlay its errata overlay
 */
export function rules12(model, overlay) {
  const published = applyOverlay(model.ModelRules, overlay);
  const inherited = inheritedConditions(published);
  const rules = Object.entries(published)
    .filter(
      ([id, rule]) =>
        rule.Function !== 'Composite' && id !== 'StringHandling-A-007-M',
    )
    .map(([id, rule]) => flatten(id, rule, inherited[id]));
  return [...rules, ...blankRules(rules, model.ModelRules)];
}
