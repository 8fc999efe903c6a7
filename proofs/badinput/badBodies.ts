import { gzipSync } from 'node:zlib';
import { type Schema, sample } from '../http/openapi.ts';
import type { BadCall, GoodCall } from './BadCall.ts';
import { badValues } from './badValues.ts';

/** A good call with each part of its JSON body spoilt in turn. */
export function badBodies(
  title: string,
  good: GoodCall,
  schema: Schema,
): BadCall[] {
  return [
    ...spoiltFields(schema, []).map(({ field, what, spoil, must }) => ({
      title: `${title}: ${what} in ${field}`,
      must,
      call: {
        method: good.method,
        path: good.path,
        headers: good.headers,
        body: spoil(structuredClone(good.body)),
      },
    })),
    ...badDocuments(title, good),
  ];
}

interface Spoilt {
  field: string;
  what: string;
  must: BadCall['must'];
  spoil: (body: any) => unknown;
}

/** A field on the way to another, and the object it is in. */
interface Step {
  name: string;
  schema: Schema;
  parent: Schema;
}

/** One for each bad value of each field, those of inner objects included. */
function spoiltFields(schema: Schema, place: Step[]): Spoilt[] {
  const properties = Object.entries(schema.properties ?? {});
  const within = (body: any) => place.reduce(stepInto, body);
  const names = place.map(({ name }) => name);
  const here = names.join('.') || 'the body';
  const ofFields = properties.flatMap(([name, property]) => {
    const inner = [...place, { name, schema: property, parent: schema }];
    return [
      ...badValues(property).map(({ title, value, must }) => ({
        field: [...names, name].join('.'),
        what: title,
        must,
        spoil: (body: any) => {
          within(body)[name] = value;
          return body;
        },
      })),
      ...(property.properties ? spoiltFields(property, inner) : []),
    ];
  });
  const missing = (schema.required ?? []).map(name => ({
    field: here,
    what: `no ${name}`,
    must: 'refuse' as const,
    spoil: (body: any) => {
      delete within(body)[name];
      return body;
    },
  }));
  const extra = {
    field: here,
    what: 'a field too many',
    must: 'refuse' as const,
    spoil: (body: any) => {
      within(body).noSuchField = 'text';
      return body;
    },
  };
  return [
    ...ofFields,
    ...missing,
    ...(schema.additionalProperties === false ? [extra] : []),
  ];
}

/** The object in a field, made there when the good call does without it. */
function stepInto(at: any, { name, schema, parent }: Step): any {
  if (!(name in at)) {
    if (parent.maxProperties === 1) {
      Object.keys(at).forEach(key => delete at[key]);
    }
    at[name] = sample(schema);
  }
  return at[name];
}

const MEGABYTE = 1024 * 1024;

/** Bodies that are no document of the right kind at all. */
function badDocuments(title: string, good: GoodCall): BadCall[] {
  const text = JSON.stringify(good.body);
  const documents: Record<
    string,
    { body: string | Buffer; headers?: Record<string, string> }
  > = {
    'no body': { body: '' },
    'half a document': { body: text.slice(0, -1) },
    'not JSON': { body: 'name=value' },
    'a text': { body: '"text"' },
    'an array': { body: '[]' },
    'nothing but null': { body: 'null' },
    'a number that overflows': { body: '{"name":1e999,"reason":1e999}' },
    'a prototype': { body: '{"__proto__":{"admin":true},"constructor":1}' },
    'very deep nesting': { body: '['.repeat(20_000) + ']'.repeat(20_000) },
    'a body far too large': {
      body: JSON.stringify({ ...good.body, large: 'x'.repeat(2 * MEGABYTE) }),
    },
    'a form': {
      body: 'name=value',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    'plain text': { body: text, headers: { 'content-type': 'text/plain' } },
    'a type nobody knows': {
      body: text,
      headers: { 'content-type': 'no/such-type' },
    },
    'a character set nobody knows': {
      body: text,
      headers: { 'content-type': 'application/json; charset=no-such' },
    },
    'a broken compression': {
      body: 'not gzip',
      headers: { 'content-encoding': 'gzip' },
    },
    'a compression nobody knows': {
      body: text,
      headers: { 'content-encoding': 'no-such' },
    },
    'a compressed body that explodes': {
      body: gzipSync(`{"name":"${'x'.repeat(20 * MEGABYTE)}"}`),
      headers: { 'content-encoding': 'gzip' },
    },
  };
  return Object.entries(documents).map(([what, { body, headers }]) => ({
    title: `${title}: ${what}`,
    must: 'refuse',
    call: {
      method: good.method,
      path: good.path,
      headers: {
        ...good.headers,
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      },
      body,
    },
  }));
}
