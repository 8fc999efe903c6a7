import type { JsonSchema } from '../rules/FocusRule';
import type { Compiler } from './Compiler';
import { compileJsonSchema } from './compileJsonSchema';
import { identifier, literal } from '../../reading/sql';

/** What DuckDB reads as JSON though ECMA 404 does not: trailing commas, nan and inf. */
const loose = [',\\s*[}\\]]', ':\\s*-?([nN][aA][nN]|[iI][nN][fF])'];
const isLoose = (text: string) =>
  loose
    .map(pattern => `regexp_matches(${text}, ${literal(pattern)})`)
    .join(' OR ');
/** Without what its strings hold, which may look like anything. */
const withoutStrings = (name: string) =>
  `regexp_replace(${name}, '"(\\\\.|[^"\\\\])*"', '""', 'g')`;

/** Whether a text is an object as ECMA 404 defines it. */
const isObject = (name: string) => `CASE
  WHEN NOT json_valid(${name}) THEN false
  WHEN NOT starts_with(ltrim(${name}, E' \\t\\r\\n'), '{') THEN false
  WHEN ${isLoose(name)} THEN NOT (${isLoose(withoutStrings(name))})
  ELSE true END`;

const nested = (name: string) =>
  `regexp_matches(${name}, ':\\s*[\\[{]') AND len(list_filter(json_type(${name}, '$.*'), lambda type: type IN ('OBJECT', 'ARRAY'))) > 0`;

const whenObject = (name: string, then: string) => `CASE
  WHEN ${name} IS NULL THEN NULL
  WHEN NOT ${isObject(name)} THEN false
  ELSE ${then} END`;

/** The checks of columns that hold JSON. */
export const jsonChecks: Record<string, Compiler> = {
  FormatKeyValue: ({ column = '' }) => {
    const name = identifier(column);
    const keys = `json_keys(${name})`;
    return whenObject(
      name,
      `NOT (${nested(name)}) AND len(${keys}) = len(list_distinct(${keys}))`,
    );
  },
  PropertyKeysPascalCase: ({ column = '' }) => {
    const name = identifier(column);
    return `CASE WHEN json_valid(${name}) THEN len(list_filter(json_keys(${name}), lambda key: NOT regexp_full_match(key, '(x_)?[A-Z][A-Za-z0-9]*'))) = 0 END`;
  },
  FormatJsonObject: ({ column = '', schema = {} as JsonSchema }) => {
    const name = identifier(column);
    return whenObject(name, compileJsonSchema(`json(${name})`, schema));
  },
};
