import type { JsonValue } from '@backstage/types';

/**
 * The one text of a JSON value, by RFC 8785 (JSON Canonicalization Scheme):
 * no white space, members sorted by their names' UTF-16 code units, numbers and
 * strings as ECMAScript writes them. Members that are undefined are left out.
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join()}]`;
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  const members = Object.keys(value)
    .filter(name => value[name] !== undefined)
    // The default order is that of UTF-16 code units.
    .sort()
    .map(name => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`);
  return `{${members.join()}}`;
}
