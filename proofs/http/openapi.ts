import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: string[];
  maxProperties?: number;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

/** One operation of one of our documents. */
export interface Operation {
  plugin: string;
  operationId: string;
  method: string;
  /** As Express writes it: `/api/sites/customers/:customer/sites`. */
  path: string;
  parameters: Parameter[];
  /** Of the JSON body, when the operation takes one. */
  body?: Schema;
  /** Media types of a body that isn't JSON. */
  binary?: string[];
}

/** Documents of modules, which are mounted below their plugin. */
const mountOf: Record<string, string> = { 'auth-local': 'auth/local' };

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of every plugin of ours, from its openapi.yaml. */
export function readOperations(repository: string): Operation[] {
  return readdirSync(path.join(repository, 'plugins'))
    .map(folder =>
      path.join(repository, 'plugins', folder, 'src/schema/openapi.yaml'),
    )
    .flatMap(file => {
      const text = readTextIfThere(file);
      return text === undefined ? [] : operationsOf(parse(text));
    });
}

function operationsOf(document: any): Operation[] {
  const plugin = document.info.title;
  const whole = resolveReferences(document, document);
  return Object.entries<any>(whole.paths).flatMap(([pattern, item]) =>
    methods
      .filter(method => item[method])
      .map(method => {
        const operation = item[method];
        const content = operation.requestBody?.content ?? {};
        const { 'application/json': json, ...other } = content;
        return {
          plugin,
          operationId: operation.operationId,
          method: method.toUpperCase(),
          path: `/api/${mountOf[plugin] ?? plugin}${pattern.replaceAll(/\{(\w+)\}/g, ':$1')}`,
          parameters: [
            ...(item.parameters ?? []),
            ...(operation.parameters ?? []),
          ],
          body: json?.schema,
          binary: Object.keys(other).length ? Object.keys(other) : undefined,
        };
      }),
  );
}

function resolveReferences(node: any, document: any): any {
  if (Array.isArray(node)) {
    return node.map(each => resolveReferences(each, document));
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  if (typeof node.$ref === 'string') {
    const target = node.$ref
      .slice(2)
      .split('/')
      .reduce((found: any, key: string) => found[key], document);
    return resolveReferences(target, document);
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      resolveReferences(value, document),
    ]),
  );
}

/** The types of JSON that a schema takes, `null` among them where it does. */
export function typesOf({ type = [] }: Schema): string[] {
  return [type].flat();
}

/** The smallest value the schema accepts; names in `known` win. */
export function sample(
  schema: Schema,
  known: Record<string, unknown> = {},
  name = '',
): unknown {
  if (name in known) {
    return known[name];
  }
  if (schema.const !== undefined) {
    return schema.const;
  }
  if (schema.enum) {
    return schema.enum[0];
  }
  if (schema.oneOf) {
    return sample(schema.oneOf[0], known, name);
  }
  switch (typesOf(schema)[0]) {
    case 'object':
      return sampleObject(schema, known);
    case 'array':
      return schema.items ? [sample(schema.items, known)] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return 'proof'.padEnd(schema.minLength ?? 0, 'x');
  }
}

function sampleObject(
  schema: Schema,
  known: Record<string, unknown>,
): Record<string, unknown> {
  const properties = schema.properties ?? {};
  // Optional properties too when nothing is required: a change must change.
  const names = (schema.required ?? Object.keys(properties)).slice(
    0,
    schema.maxProperties,
  );
  return Object.fromEntries(
    names.map(name => [name, sample(properties[name], known, name)]),
  );
}

function readTextIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
