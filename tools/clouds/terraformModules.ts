import fs from 'node:fs';
import path from 'node:path';
import { parse } from '@cdktf/hcl2json';

/** The body of a block: arguments by name, and nested blocks as lists. */
export type Body = Record<string, unknown>;

/** A folder of Terraform files, which Terraform reads as one. */
export interface TerraformModule {
  /** Such as modules/aws-network. */
  name: string;
  files: TerraformFile[];
}

export interface TerraformFile {
  name: string;
  blocks: {
    resource?: LabelledBlocks;
    data?: LabelledBlocks;
    provider?: Record<string, Body[]>;
    variable?: Record<string, Body[]>;
    output?: Record<string, Body[]>;
  } & Record<string, unknown>;
}

/** By type, then by name. */
export type LabelledBlocks = Record<string, Record<string, Body[]>>;

/**
 * Parses every module and stack.
 *
 * @param terraform - the folder with `modules` and `stacks`
 */
export async function readTerraformModules(
  terraform: string,
): Promise<TerraformModule[]> {
  const names = ['modules', 'stacks'].flatMap(kind =>
    fs.readdirSync(path.join(terraform, kind)).map(name => `${kind}/${name}`),
  );
  return Promise.all(
    names.map(name => readTerraformModule(path.join(terraform, name), name)),
  );
}

/** @param name - what messages call it */
export async function readTerraformModule(
  folder: string,
  name: string,
): Promise<TerraformModule> {
  const files = fs.readdirSync(folder).filter(file => file.endsWith('.tf'));
  return {
    name,
    files: await Promise.all(
      files.map(async file => ({
        name: `${name}/${file}`,
        blocks: await parse(
          file,
          fs.readFileSync(path.join(folder, file), 'utf8'),
        ),
      })),
    ),
  };
}

/** The types of resources and data sources that begin with a provider's name. */
export function typesUsed(
  modules: TerraformModule[],
  prefix: string,
): { resource: string[]; data: string[] } {
  const used = (kind: 'resource' | 'data') => {
    const types = modules.flatMap(({ files }) =>
      files.flatMap(({ blocks }) => Object.keys(blocks[kind] ?? {})),
    );
    return [...new Set(types)]
      .filter(type => type.startsWith(`${prefix}_`))
      .sort();
  };
  return { resource: used('resource'), data: used('data') };
}
