import fs from 'node:fs';
import path from 'node:path';
import { describeFailure, sum, type Outcome } from '../Part.ts';
import type { ProviderSchema } from '../../clouds/ProviderSchema.ts';
import { readTerraformModules } from '../../clouds/terraformModules.ts';
import { findInterfaceProblems } from './interfaceProblems.ts';
import { findSchemaProblems } from './schemaProblems.ts';

/**
 * Checks every module and stack against the schemas of its providers, without
 * Terraform, provider or network.
 *
 * @param terraform - the folder with `modules`, `stacks` and `schemas`
 */
export async function checkSchemas(terraform: string): Promise<Outcome> {
  const schemas = readSchemas(path.join(terraform, 'schemas'));
  const modules = await readTerraformModules(terraform);
  return sum(
    modules.map(module => {
      const problems = [
        ...findInterfaceProblems(module),
        ...findSchemaProblems(module, schemas),
      ];
      return {
        passed: problems.length === 0 ? 1 : 0,
        failed: problems.length,
        notRun: 0,
        failures: problems.map(problem => describeFailure(problem)),
      };
    }),
  );
}

/** By the prefix of their types: `aws` of hashicorp/aws. */
export function readSchemas(folder: string): Map<string, ProviderSchema[]> {
  const schemas = new Map<string, ProviderSchema[]>();
  for (const name of fs.readdirSync(folder)) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const schema: ProviderSchema = JSON.parse(text);
    const prefix = schema.provider.split('/')[1]!;
    schemas.set(prefix, [...(schemas.get(prefix) ?? []), schema]);
  }
  return schemas;
}
