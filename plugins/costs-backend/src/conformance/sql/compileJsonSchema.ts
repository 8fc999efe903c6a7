import type { JsonSchema } from '../rules/FocusRule';
import { literal } from '../../reading/sql';

const duckTypes: Record<string, string[]> = {
  object: ['OBJECT'],
  array: ['ARRAY'],
  string: ['VARCHAR'],
  number: ['BIGINT', 'UBIGINT', 'DOUBLE'],
  boolean: ['BOOLEAN'],
  null: ['NULL'],
};

const list = (words: string[]) => words.map(literal).join(', ');
const path = (property: string) => literal(`$."${property}"`);

/**
 * An SQL expression that tells whether a JSON value keeps to a schema: always
 * true or false.
 *
 * @param value - an SQL expression of type JSON
 * @param depth - how many lists lie around it, which names the lambdas apart
 */
export function compileJsonSchema(
  value: string,
  schema: JsonSchema,
  depth = 0,
): string {
  const parts = [
    ...typeParts(value, schema),
    ...objectParts(value, schema, depth),
    ...arrayParts(value, schema, depth),
    ...numberParts(value, schema),
    ...choiceParts(value, schema, depth),
  ];
  return parts.length ? `(${parts.join(' AND ')})` : 'true';
}

function typeParts(value: string, { type }: JsonSchema): string[] {
  if (!type) return [];
  const types = [type].flat().flatMap(name => duckTypes[name]);
  return [`json_type(${value}) IN (${list(types)})`];
}

function objectParts(
  value: string,
  schema: JsonSchema,
  depth: number,
): string[] {
  const { required = [], properties = {}, patternProperties = {} } = schema;
  const parts = required.map(name => `json_exists(${value}, ${path(name)})`);
  for (const [name, property] of Object.entries(properties)) {
    const held = `json_extract(${value}, ${path(name)})`;
    const holds = compileJsonSchema(held, property, depth);
    if (holds !== 'true') {
      parts.push(
        `CASE WHEN json_exists(${value}, ${path(name)}) THEN ${holds} ELSE true END`,
      );
    }
  }
  if (schema.additionalProperties === false) {
    const key = `key${depth}`;
    const known = [
      `${key} IN (${list(Object.keys(properties))})`,
      ...Object.keys(patternProperties).map(
        pattern => `regexp_matches(${key}, ${literal(pattern)})`,
      ),
    ];
    parts.push(
      `coalesce(len(list_filter(json_keys(${value}), lambda ${key}: NOT (${known.join(' OR ')}))) = 0, true)`,
    );
  }
  return parts;
}

function arrayParts(
  value: string,
  { items, minItems }: JsonSchema,
  depth: number,
): string[] {
  const parts: string[] = [];
  if (minItems !== undefined) {
    parts.push(`json_array_length(${value}) >= ${minItems}`);
  }
  if (items) {
    const item = `item${depth}`;
    const holds = compileJsonSchema(item, items, depth + 1);
    parts.push(
      `len(list_filter(json_extract(${value}, '$[*]'), lambda ${item}: NOT ${holds})) = 0`,
    );
  }
  return parts;
}

function numberParts(
  value: string,
  { minimum, maximum }: JsonSchema,
): string[] {
  const amount = `TRY_CAST(json_extract_string(${value}, '$') AS DECIMAL(38, 18))`;
  const compare = (sign: string, bound?: number) =>
    bound === undefined ? [] : [`coalesce(${amount} ${sign} ${bound}, true)`];
  return [...compare('>=', minimum), ...compare('<=', maximum)];
}

function choiceParts(
  value: string,
  { anyOf, oneOf }: JsonSchema,
  depth: number,
): string[] {
  const each = (schemas: JsonSchema[]) =>
    schemas.map(schema => compileJsonSchema(value, schema, depth));
  return [
    ...(anyOf ? [`(${each(anyOf).join(' OR ')})`] : []),
    ...(oneOf
      ? [
          `(${each(oneOf)
            .map(holds => `${holds}::INTEGER`)
            .join(' + ')}) = 1`,
        ]
      : []),
  ];
}
