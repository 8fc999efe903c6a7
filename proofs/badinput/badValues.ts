import { type Schema, typesOf } from '../http/openapi.ts';

export interface BadValue {
  title: string;
  value: unknown;
  must: 'refuse' | 'survive';
}

/** Values that a schema refuses, or that are merely odd, each with a name. */
export function badValues(schema: Schema): BadValue[] {
  if (schema.oneOf) {
    return [...wrongTypes(['object']), refuse('an empty object', {})];
  }
  const types = typesOf(schema).map(type =>
    type === 'integer' ? 'number' : type,
  );
  return [
    ...wrongTypes(types.length ? types : ['string']),
    ...(types.includes('string') ? badStrings(schema) : []),
    ...(types.includes('number') ? badNumbers : []),
  ];
}

function wrongTypes(right: string[]): BadValue[] {
  const values: Record<string, unknown> = {
    string: 'text',
    number: 7,
    boolean: true,
    null: null,
    array: [],
    object: { text: 'text' },
  };
  return Object.entries(values)
    .filter(([type]) => !right.includes(type))
    .map(([type, value]) => refuse(`${type} for ${right.join(' or ')}`, value));
}

function badStrings(schema: Schema): BadValue[] {
  const { minLength = 0, maxLength, pattern } = schema;
  const closed = schema.enum !== undefined || schema.const !== undefined;
  const odd = closed || pattern?.startsWith('^[a-z]') ? refuse : survive;
  return [
    refuse('a NUL character', 'a\u0000b'),
    refuse('only a NUL character', '\u0000'),
    ...(closed ? [refuse('a value not on the list', 'no-such-value')] : []),
    ...(minLength > 0 || closed ? [refuse('an empty text', '')] : []),
    ...(pattern === '\\S' ? [refuse('only blanks', ' \t ')] : []),
    ...(maxLength
      ? [
          refuse('one character too many', 'x'.repeat(maxLength + 1)),
          refuse('very many characters', 'x'.repeat(50_000)),
        ]
      : []),
    odd('half a surrogate pair', 'half \ud800'),
    odd('signs that turn the text around', 'left \u202e right 💥 ́'),
    odd('markup', '<script>alert(1)</script>${7*7}{{7*7}}'),
    odd('SQL', "'; drop table sites; --"),
    odd('a path', '../../../etc/passwd'),
  ];
}

const badNumbers: BadValue[] = [
  refuse('a fraction', 1.5),
  refuse('a negative number', -1),
  refuse('a number beyond all integers', 1e300),
];

function refuse(title: string, value: unknown): BadValue {
  return { title, value, must: 'refuse' };
}

function survive(title: string, value: unknown): BadValue {
  return { title, value, must: 'survive' };
}
