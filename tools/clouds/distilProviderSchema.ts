import type {
  Argument,
  ArgumentKind,
  BlockSchema,
  NestedBlock,
  ProviderSchema,
  TypeKind,
} from './ProviderSchema.ts';

/** What we read of a package's `.jsii`, which describes its classes. */
export interface Bindings {
  name: string;
  version: string;
  types: Record<string, BoundType>;
}

interface BoundType {
  base?: string;
  namespace?: string;
  name: string;
  docs?: { summary?: string };
  properties?: Property[];
}

interface Property {
  name: string;
  static?: boolean;
  optional?: boolean;
  docs?: { summary?: string; remarks?: string };
  type: TypeReference;
}

interface TypeReference {
  primitive?: string;
  fqn?: string;
  collection?: { kind: 'array' | 'map'; elementtype: TypeReference };
  union?: { types: TypeReference[] };
}

const BASES: Record<string, TypeKind> = {
  'cdktf.TerraformResource': 'resource',
  'cdktf.TerraformDataSource': 'data',
};
/** Any value that is known at apply only: says nothing about the kind. */
const UNRESOLVED = 'cdktf.IResolvable';

/**
 * Reads a provider's schema out of the bindings that cdktf generated from it.
 * They name an argument after its property, say with "block." that it is a
 * nested block, and keep what is only read out of the configuration.
 *
 * @param wanted - the types to distil; those the provider lacks are left out
 */
export function distilProviderSchema(
  provider: string,
  bindings: Bindings,
  wanted: Record<TypeKind, string[]>,
): ProviderSchema {
  const schema: ProviderSchema = {
    provider,
    version: '',
    package: `${bindings.name}@${bindings.version}`,
    names: { resource: [], data: [] },
    configuration: { arguments: {} },
    resource: {},
    data: {},
  };
  for (const [fqn, type] of Object.entries(bindings.types)) {
    const configuration = bindings.types[`${fqn}Config`];
    if (!configuration) continue;
    const kind = BASES[type.base ?? ''];
    if (kind) {
      const { name, version } = readTitle(type);
      schema.version = version;
      schema.names[kind].push(name);
      if (wanted[kind].includes(name)) {
        schema[kind][name] = {
          ...readBlock(bindings, configuration),
          readOnly: readOnlyOf(type, configuration),
        };
      }
    } else if (type.base === 'cdktf.TerraformProvider') {
      schema.configuration = readBlock(bindings, configuration);
    }
  }
  schema.names.resource.sort();
  schema.names.data.sort();
  return {
    ...schema,
    resource: sortByKey(schema.resource),
    data: sortByKey(schema.data),
  };
}

/** Such as ".../aws/6.25.0/docs/resources/vpc aws_vpc}". */
function readTitle(type: BoundType) {
  const found = type.docs?.summary?.match(
    /\/([0-9.]+)\/docs\/(?:resources|data-sources)\/\S+ ([a-z0-9_]+)\}/,
  );
  if (!found) throw new Error(`${type.name} does not say what it binds`);
  return { version: found[1]!, name: found[2]! };
}

function readBlock(bindings: Bindings, type: BoundType): BlockSchema {
  const block: BlockSchema = { arguments: {} };
  const blocks: Record<string, NestedBlock> = {};
  for (const property of type.properties ?? []) {
    const name = terraformName(property);
    if (property.docs?.summary?.endsWith(' block.')) {
      const nested = bindings.types[structureOf(property.type) ?? ''];
      if (!nested) throw new Error(`${type.name}: no structure for ${name}`);
      blocks[name] = {
        ...(property.optional ? {} : { required: true }),
        ...readBlock(bindings, nested),
      };
    } else {
      const kind = kindOf(property.type);
      block.arguments[name] = (
        property.optional ? kind : `${kind}!`
      ) as Argument;
    }
  }
  return {
    arguments: sortByKey(block.arguments),
    ...(Object.keys(blocks).length > 0 && { blocks: sortByKey(blocks) }),
  };
}

function readOnlyOf(type: BoundType, configuration: BoundType) {
  const settable = new Set(configuration.properties?.map(each => each.name));
  return (type.properties ?? [])
    .filter(property => !property.static && !settable.has(property.name))
    .map(({ name }) => name)
    .filter(name => !settable.has(name.replace(/Input$/, '')))
    .map(snakeCase)
    .sort();
}

/** The documentation's link ends in Terraform's own name. */
function terraformName({ name, docs }: Property) {
  const link = `${docs?.summary} ${docs?.remarks}`.match(/#([a-z0-9_]+) /);
  return link?.[1] ?? snakeCase(name);
}

function snakeCase(name: string) {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function kindOf(type: TypeReference): ArgumentKind {
  const { primitive, collection } = resolved(type);
  if (collection) return collection.kind === 'map' ? 'map' : 'list';
  if (primitive === 'string' || primitive === 'number') return primitive;
  return primitive === 'boolean' ? 'boolean' : 'object';
}

function structureOf(type: TypeReference): string | undefined {
  const { fqn, collection } = resolved(type);
  return collection ? structureOf(collection.elementtype) : fqn;
}

function resolved(type: TypeReference): TypeReference {
  return type.union?.types.find(({ fqn }) => fqn !== UNRESOLVED) ?? type;
}

function sortByKey<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
