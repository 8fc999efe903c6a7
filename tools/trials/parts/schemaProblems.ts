import type {
  BlockSchema,
  ProviderSchema,
  TypeKind,
} from '../../clouds/ProviderSchema.ts';
import type { Body, TerraformModule } from '../../clouds/terraformModules.ts';
import { findReferenceProblems } from './referenceProblems.ts';

/** What Terraform itself understands in any resource, data source or provider. */
const META: Record<'resource' | 'data' | 'provider', string[]> = {
  resource: [
    'count',
    'for_each',
    'provider',
    'depends_on',
    'lifecycle',
    'provisioner',
    'connection',
  ],
  data: ['count', 'for_each', 'provider', 'depends_on', 'lifecycle'],
  provider: ['alias', 'version'],
};

/** Terraform's own: terraform_data. */
const BUILT_IN = 'terraform';

/**
 * Compares a module with the schemas of the providers it uses: every type,
 * argument, required argument, nested block and reference.
 *
 * @param schemas - by the prefix of their types; several for several versions
 * @returns one line for each difference
 */
export function findSchemaProblems(
  module: TerraformModule,
  schemas: Map<string, ProviderSchema[]>,
): string[] {
  const problems = module.files.flatMap(({ name, blocks }) => [
    ...(['resource', 'data'] as const).flatMap(kind =>
      Object.entries(blocks[kind] ?? {}).flatMap(([type, byName]) =>
        Object.entries(byName).flatMap(([label, bodies]) =>
          checkTyped(kind, type, bodies, schemas).map(
            problem => `${name}: ${type}.${label}: ${problem}`,
          ),
        ),
      ),
    ),
    ...Object.entries(blocks.provider ?? {}).flatMap(([prefix, bodies]) =>
      schemasOf(prefix, schemas).flatMap(schema =>
        bodies.flatMap(body =>
          checkBody(body, schema.configuration, META.provider).map(
            problem => `${name}: provider ${prefix}: ${problem}`,
          ),
        ),
      ),
    ),
  ]);
  return [...new Set([...problems, ...findReferenceProblems(module, schemas)])];
}

function checkTyped(
  kind: TypeKind,
  type: string,
  bodies: Body[],
  schemas: Map<string, ProviderSchema[]>,
): string[] {
  const prefix = type.split('_')[0]!;
  if (prefix === BUILT_IN) return [];
  const found = schemasOf(prefix, schemas);
  if (found.length === 0)
    return [`terraform/schemas has no schema of the provider "${prefix}"`];
  return found.flatMap(schema => {
    const block = schema[kind][type];
    const problems = block
      ? bodies.flatMap(body => checkBody(body, block, META[kind]))
      : [explainMissing(kind, type, schema)];
    return problems.map(problem => `${problem} (${prefix} ${schema.version})`);
  });
}

function explainMissing(kind: TypeKind, type: string, schema: ProviderSchema) {
  return schema.names[kind].includes(type)
    ? 'its schema is not distilled yet: run node tools/generate-provider-schemas.mjs'
    : `the provider has no such ${kind === 'data' ? 'data source' : 'resource'}`;
}

function checkBody(body: Body, schema: BlockSchema, meta: string[]): string[] {
  const { dynamic, ...plain } = body;
  const given: Body = { ...plain, ...contentsOf(dynamic) };
  return [
    ...Object.entries(given)
      .filter(([name]) => !meta.includes(name))
      .flatMap(([name, value]) => checkEntry(name, value, schema)),
    ...requiredIn(schema)
      .filter(name => !(name in given))
      .map(name => `"${name}" is missing`),
  ];
}

function checkEntry(
  name: string,
  value: unknown,
  schema: BlockSchema,
): string[] {
  const block = schema.blocks?.[name];
  if (block) {
    if (!isBlocks(value))
      return [`"${name}" is a nested block, written without "="`];
    return value.flatMap(body =>
      checkBody(body, block, []).map(problem => `${name}: ${problem}`),
    );
  }
  const kind = schema.arguments[name]?.replace('!', '');
  if (kind) {
    return isBlocks(value) && kind !== 'list' && kind !== 'object'
      ? [`"${name}" is an argument, written with "="`]
      : [];
  }
  return [
    schema.readOnly?.includes(name)
      ? `"${name}" is read-only`
      : `there is no argument or block "${name}"`,
  ];
}

function requiredIn({ arguments: all, blocks = {} }: BlockSchema) {
  return [
    ...Object.keys(all).filter(name => all[name]!.endsWith('!')),
    ...Object.keys(blocks).filter(name => blocks[name]!.required),
  ];
}

/** A dynamic block counts as the block it makes. */
function contentsOf(dynamic: unknown): Body {
  return Object.fromEntries(
    Object.entries((dynamic ?? {}) as Record<string, Body[]>).map(
      ([name, made]) => [
        name,
        made.flatMap(({ content }) => (content ?? []) as Body[]),
      ],
    ),
  );
}

/** Blocks are lists of bodies; a list of objects as an argument looks alike. */
function isBlocks(value: unknown): value is Body[] {
  return (
    Array.isArray(value) &&
    value.every(each => typeof each === 'object' && each !== null)
  );
}

function schemasOf(prefix: string, schemas: Map<string, ProviderSchema[]>) {
  return schemas.get(prefix) ?? [];
}
