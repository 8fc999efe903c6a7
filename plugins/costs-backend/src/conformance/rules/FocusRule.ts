/** How binding a sentence of FOCUS is. */
export type Keyword =
  'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'RECOMMENDED' | 'MAY';

/**
 * Why a rule was not checked:
 *
 * - `provider`: only the provider can answer it
 * - `permission`: it permits something, so nothing can break it
 * - `covered`: the formats of the single columns include it
 * - `text`: a file of text cannot break it, all its values are strings
 * - `errata`: it is wrong as published and switched off
 * - `criterion`: it binds only providers that support something, and whether
 *   this one does is unknown
 * - `columnAbsent`: the file lacks a column that it needs
 * - `version`: it speaks of a column that this version of FOCUS lacks
 * - `digits`: some rows hold numbers too long to be compared exactly
 * - `unknownFunction`: it asks for a check that is not known here
 */
export type UncheckedReason =
  | 'provider'
  | 'permission'
  | 'covered'
  | 'text'
  | 'errata'
  | 'criterion'
  | 'columnAbsent'
  | 'version'
  | 'digits'
  | 'unknownFunction';

/** The part of JSON Schema that the object schemas of FOCUS use. */
export interface JsonSchema {
  type?: string | string[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  additionalProperties?: boolean;
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** A call of a check function of the requirements model, or of one of ours. */
export interface Check {
  check: string;
  column?: string;
  columns?: string[];
  value?: string | null;
  values?: string[];
  pairs?: [string, string][];
  count?: number;
  items?: Check[];
  schema?: JsonSchema;
}

/** One sentence of FOCUS that binds the writer of a file. */
export interface FocusRule {
  id: string;
  keyword: Keyword;
  /** The column or attribute it is about. */
  column: string;
  text: string;
  /** What must hold. Absent where the rule cannot be checked on a file. */
  require?: Check;
  /** Where it must hold; everywhere when absent. */
  when?: Check;
  /** What the provider must support for it to bind. */
  criteria?: string[];
  unchecked?: UncheckedReason;
  note?: string;
}
