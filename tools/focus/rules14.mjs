// Makes rules of the column model of FOCUS 1.4, which lists for each column
// what it must hold. The ids and sentences are ours: the model has none.

/** @typedef {Record<string, any>} Node */

const levels = /** @type {Record<string, string>} */ ({
  Mandatory: 'MUST',
  Recommended: 'RECOMMENDED',
  Conditional: 'MUST',
});

/** @param {string} column @param {Node} definition */
function presence(column, { feature_level: level, condition }) {
  const keyword = levels[level];
  const verb = keyword === 'MUST' ? 'MUST be present' : 'is RECOMMENDED';
  const conditional = condition !== 'n/a';
  return {
    id: `${column}-1.4-Presence`,
    keyword,
    column,
    text: `${column} ${verb} in a FOCUS dataset${
      conditional ? ` of a provider that fulfils: ${condition}` : ''
    }.`,
    require: { check: 'ColumnPresent', column },
    ...(conditional && { criteria: [condition] }),
  };
}

/** @type {Record<string, [string, string][]>} */
const typeChecks = {
  Decimal: [
    ['TypeDecimal', 'MUST be of type Decimal'],
    ['FormatNumeric', 'MUST conform to NumericFormat requirements'],
  ],
  'Date/Time': [
    ['TypeDateTime', 'MUST be of type Date/Time'],
    ['FormatDateTime', 'MUST conform to DateTimeFormat requirements'],
  ],
  String: [['FormatString', 'MUST conform to StringHandling requirements']],
  JSON: [],
};
/** @type {Record<string, [string, string][]>} */
const formatChecks = {
  'Key-Value': [
    ['FormatKeyValue', 'MUST conform to KeyValueFormat requirements'],
  ],
  Currency: [['FormatCurrency', 'MUST conform to CurrencyFormat requirements']],
  Unit: [['FormatUnit', 'SHOULD conform to UnitFormat requirements']],
};

/** @param {string} column @param {Node} definition @param {Record<string, Node>} schemas */
function values(column, definition, schemas) {
  /** @type {any[]} */
  const rules = [];
  const add = (
    /** @type {string} */ suffix,
    /** @type {string} */ sentence,
    /** @type {Node} */ require,
  ) =>
    rules.push({
      id: `${column}-1.4-${suffix}`,
      keyword: /MUST NOT|MUST|SHOULD/.exec(sentence)?.[0],
      column,
      text: `${column} ${sentence}.`,
      require,
    });
  if (!definition.allows_nulls) {
    add('Null', 'MUST NOT be null', {
      check: 'CheckNotValue',
      column,
      value: null,
    });
  }
  const checks = [
    ...typeChecks[definition.data_type],
    ...(formatChecks[definition.value_format] ?? []),
  ];
  for (const [check, sentence] of checks)
    add(check, sentence, { check, column });
  if (definition.value_format === 'Decimal (non-negative)') {
    add('Range', 'MUST be a non-negative decimal value', {
      check: 'CheckGreaterOrEqualThanValue',
      column,
      value: '0',
    });
  }
  if (definition.allowed_values) {
    add('AllowedValues', 'MUST be one of the allowed values', {
      check: 'OneOf',
      column,
      values: definition.allowed_values,
    });
  }
  if (schemas[column]) {
    add(
      'Schema',
      'MUST conform to the JSON object schema that FOCUS publishes for it',
      {
        check: 'FormatJsonObject',
        column,
        schema: withoutProse(schemas[column]),
      },
    );
  }
  return rules;
}

/** @param {any} schema @returns {any} */
function withoutProse(schema) {
  if (Array.isArray(schema)) return schema.map(withoutProse);
  if (schema === null || typeof schema !== 'object') return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key, value]) =>
          !(
            /^(\$schema|\$id|title|description)$/.test(key) &&
            typeof value === 'string'
          ),
      )
      .map(([key, value]) => [key, withoutProse(value)]),
  );
}

/** @param {Node} model @param {Record<string, Node>} schemas */
export function rules14(model, schemas) {
  const { columns } = model.datasets['Cost and Usage'];
  const rules = Object.entries(columns).flatMap(([column, definition]) => [
    presence(column, definition),
    ...values(column, definition, schemas),
  ]);
  return [
    ...rules,
    {
      id: 'ServiceSubcategory-1.4-Parent',
      keyword: 'MUST',
      column: 'ServiceSubcategory',
      text: 'ServiceSubcategory MUST have one and only one parent ServiceCategory as specified in the allowed values.',
      require: {
        check: 'OneOfPairs',
        columns: ['ServiceSubcategory', 'ServiceCategory'],
        pairs: Object.entries(model.service_subcategory_parents),
      },
    },
  ];
}

/**
 * In which version each column came, and in which it went.
 *
 * @param {Node} model
 */
export function columnVersions(model) {
  const { columns } = model.datasets['Cost and Usage'];
  const entries = Object.entries(columns).map(([name, { version }]) => [
    name,
    { since: version },
  ]);
  const gone = ['ProviderName', 'PublisherName'].map(name => [
    name,
    { since: '0.5', until: '1.3' },
  ]);
  return Object.fromEntries(
    [...entries, ...gone].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
