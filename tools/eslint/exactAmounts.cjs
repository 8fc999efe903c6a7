/**
 * Keeps amounts exact: text, decimal.js or DECIMAL, never a JavaScript number or
 * a float of SQL, which hold some fifteen digits. For the packages that amounts
 * pass through. A count is read by `toCount`; what only draws an amount says so.
 */
const why =
  'An amount would lose digits here. Keep it as text or as a Decimal; read counts with toCount.';

const floatOfSql =
  '(::|\\bas|\\bcast\\([^)]*\\bas)\\s*(double precision|double|float[48]?|real)\\b';

const selectors = [
  "CallExpression[callee.name='Number']",
  "CallExpression[callee.name='parseFloat']",
  "CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
  "CallExpression[callee.property.name='toNumber']",
  "UnaryExpression[operator='+']",
  `Literal[value=/${floatOfSql}/i]`,
  `TemplateElement[value.raw=/${floatOfSql}/i]`,
];

module.exports = {
  // Not `restrictedSrcSyntax`, which a preset of the factory's overrides again.
  tsRules: {
    'no-restricted-syntax': [
      'error',
      ...selectors.map(selector => ({ selector, message: why })),
    ],
  },
};
