import type { Operation, Parameter } from '../http/openapi.ts';
import type { BadCall, GoodCall } from './BadCall.ts';
import { withQuery } from './goodCalls.ts';

/** A good call with its path, its query and its headers spoilt in turn. */
export function badAddresses(operation: Operation, good: GoodCall): BadCall[] {
  return operation.parameters.flatMap(parameter => {
    switch (parameter.in) {
      case 'path':
        return badPaths(operation, parameter, good);
      case 'query':
        return badQueries(operation, parameter, good);
      default:
        return badHeaders(operation, parameter, good);
    }
  });
}

/** Already encoded, since some can't be made by encoding anything. */
const pathValues: Record<string, string> = {
  'a name of nothing': 'no-such-thing',
  'a NUL character': 'a%00b',
  'a broken encoding': '%E0%A4%A',
  'bytes that are no text': '%ff%fe',
  'a way up': '..%2f..%2fetc%2fpasswd',
  'a name far too long': 'x'.repeat(3000),
  SQL: encodeURIComponent("' or '1'='1"),
  'other letters': encodeURIComponent('Ünï-💥-\u202e'),
  blanks: '%20',
  'a wildcard': '%25',
};

function badPaths(
  operation: Operation,
  { name }: Parameter,
  good: GoodCall,
): BadCall[] {
  return Object.entries(pathValues).map(([what, value]) => ({
    title: `${operation.operationId}: ${what} for ${name} in the path`,
    // A name check answers about any name; that one is no object's.
    must: operation.operationId === 'checkSiteName' ? 'survive' : 'refuse',
    call: {
      ...callOf(good),
      path: withQuery(
        operation.path.replaceAll(/:(\w+)/g, (_, each: string) =>
          each === name ? value : encodeURIComponent(good.pathNames[each]),
        ),
        good.query,
      ),
    },
  }));
}

function badQueries(
  operation: Operation,
  { name, schema, required }: Parameter,
  good: GoodCall,
): BadCall[] {
  const number = schema.type === 'integer';
  const refused: Record<string, string> = {
    ...(required && { nothing: '' }),
    'a NUL character': `${name}=a%00b`,
    'an object': `${name}[inner]=1`,
    'two values': `${name}=1&${name}=2`,
    ...(number && {
      'a word for a number': `${name}=abc`,
      'a negative number': `${name}=-1`,
      'a fraction': `${name}=1.5`,
      'a number beyond all integers': `${name}=${'9'.repeat(40)}`,
      'no number': `${name}=`,
    }),
    ...(schema.enum && { 'a value not on the list': `${name}=no-such` }),
    ...(schema.maxLength && {
      'a text far too long': `${name}=${'x'.repeat(schema.maxLength + 1)}`,
    }),
  };
  const odd: Record<string, string> = {
    'a broken encoding': `${name}=%E0%A4%A`,
    SQL: `${name}=${encodeURIComponent("' or '1'='1 %_\\")}`,
    'other letters': `${name}=${encodeURIComponent('💥\u202e')}`,
  };
  const { [name]: _, ...others } = good.query;
  const address = withQuery(good.path.split('?')[0], others);
  const path = address + (address.includes('?') ? '&' : '?');
  const toCall =
    (must: BadCall['must']) =>
    ([what, query]: [string, string]): BadCall => ({
      title: `${operation.operationId}: ${what} for ${name} in the query`,
      must,
      call: { ...callOf(good), path: `${path}${query}` },
    });
  return [
    ...Object.entries(refused).map(toCall('refuse')),
    ...Object.entries(odd).map(toCall('survive')),
  ];
}

function badHeaders(
  operation: Operation,
  { name, required, schema }: Parameter,
  good: GoodCall,
): BadCall[] {
  const { [name.toLowerCase()]: _, ...others } = good.headers;
  const values: [string, Record<string, string>][] = [
    ...(required ? [[`no ${name}`, {}] as [string, {}]] : []),
    [`an empty ${name}`, { [name]: '' }],
    ...(schema.maxLength
      ? [
          [
            `too long a ${name}`,
            { [name]: 'x'.repeat(schema.maxLength + 1) },
          ] as [string, Record<string, string>],
        ]
      : []),
  ];
  return values.map(([what, header]) => ({
    title: `${operation.operationId}: ${what}`,
    must: 'refuse',
    call: { ...callOf(good), headers: { ...others, ...header } },
  }));
}

function callOf({ method, path, headers, body }: GoodCall) {
  return { method, path, headers, body };
}
