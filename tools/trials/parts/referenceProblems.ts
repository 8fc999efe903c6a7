import type { ProviderSchema } from '../../clouds/ProviderSchema.ts';
import type { TerraformModule } from '../../clouds/terraformModules.ts';

/** Such as data.aws_region.here.name or aws_subnet.public[0].id. */
const REFERENCE =
  /(?<![\w.-])(data\.)?([a-z]+_[a-z0-9_]+)\.([a-z0-9_]+)(?:\[[^\]]*\])?(?:\.([a-z0-9_]+))?/g;

/**
 * Every reference to a resource or data source of a provider names one that the
 * module has, and an attribute that it has.
 *
 * @returns one line for each that does not
 */
export function findReferenceProblems(
  module: TerraformModule,
  schemas: Map<string, ProviderSchema[]>,
): string[] {
  const declared = new Set(module.files.flatMap(declarationsIn));
  return module.files.flatMap(({ name, blocks }) =>
    expressionsIn(blocks).flatMap(expression =>
      [...expression.matchAll(REFERENCE)].flatMap(
        ([text, data, type, label, attribute]) => {
          const kind = data ? 'data' : 'resource';
          const known = schemas.get(type!.split('_')[0]!) ?? [];
          if (known.length === 0) return [];
          if (!declared.has(`${kind}.${type}.${label}`))
            return [`${name}: ${text}: the module has no such ${kind}`];
          return known
            .filter(schema => !hasAttribute(schema, kind, type!, attribute))
            .map(
              ({ version }) =>
                `${name}: ${text}: ${type} has no attribute "${attribute}" (${version})`,
            );
        },
      ),
    ),
  );
}

function declarationsIn({ blocks }: TerraformModule['files'][number]) {
  return (['resource', 'data'] as const).flatMap(kind =>
    Object.entries(blocks[kind] ?? {}).flatMap(([type, byName]) =>
      Object.keys(byName).map(label => `${kind}.${type}.${label}`),
    ),
  );
}

function hasAttribute(
  schema: ProviderSchema,
  kind: 'resource' | 'data',
  type: string,
  attribute: string | undefined,
) {
  const block = schema[kind][type];
  // A type without a schema is reported where it is declared.
  if (!block || attribute === undefined) return true;
  return (
    attribute in block.arguments ||
    attribute in (block.blocks ?? {}) ||
    Boolean(block.readOnly?.includes(attribute))
  );
}

/** Only what is inside of ${} is an expression; the rest is text. */
function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('${') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(expressionsIn);
}
