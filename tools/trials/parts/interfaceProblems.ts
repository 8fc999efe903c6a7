import type { TerraformModule } from '../../clouds/terraformModules.ts';

/**
 * Every variable has a type, every variable and output a description.
 *
 * @returns one line for each that has not
 */
export function findInterfaceProblems({ files }: TerraformModule): string[] {
  return files.flatMap(({ name, blocks }) => [
    ...lacking(blocks.variable, 'type').map(
      each => `${name}: variable "${each}" has no type`,
    ),
    ...lacking(blocks.variable, 'description').map(
      each => `${name}: variable "${each}" has no description`,
    ),
    ...lacking(blocks.output, 'description').map(
      each => `${name}: output "${each}" has no description`,
    ),
  ]);
}

function lacking(
  blocks: Record<string, Record<string, unknown>[]> | undefined,
  argument: string,
) {
  return Object.entries(blocks ?? {})
    .filter(([, bodies]) => bodies.some(body => !body[argument]))
    .map(([name]) => name);
}
