import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../portal/Portal.ts';

const folder = path.join(repository, 'examples/plans/aws');

interface Resource {
  address: string;
  module_address?: string;
  mode: string;
  change: Record<string, unknown>;
}

interface Shown {
  resource_changes: Resource[];
  configuration: { root_module: object };
}

/**
 * What `terraform show -json` would print of a plan with that many resources:
 * those of real plans, each plan a module, over and over. What Terraform
 * repeats beside the changes is repeated here as well, since it is parsed too.
 */
export async function largePlan(size: number): Promise<string> {
  const plans = await readPlans();
  const resources: Resource[] = [];
  for (let round = 0; resources.length < size; round++) {
    for (const [name, { resource_changes }] of plans) {
      const module = `module.${name}[${round}]`;
      resources.push(...resource_changes.map(each => moveTo(module, each)));
    }
  }
  const kept = resources.slice(0, size);
  const calls = plans.map(([name, { configuration }]) => [
    name,
    { module: configuration.root_module },
  ]);
  return JSON.stringify({
    planned_values: { root_module: { resources: valuesOf(kept, 'after') } },
    resource_changes: kept,
    prior_state: {
      values: { root_module: { resources: valuesOf(kept, 'before') } },
    },
    configuration: { root_module: { module_calls: Object.fromEntries(calls) } },
  });
}

async function readPlans(): Promise<[string, Shown][]> {
  const files = (await readdir(folder)).sort();
  return Promise.all(
    files.map(async (file): Promise<[string, Shown]> => [
      path.basename(file, '.json'),
      JSON.parse(await readFile(path.join(folder, file), 'utf8')),
    ]),
  );
}

function moveTo(module: string, resource: Resource): Resource {
  const { address, module_address: inner } = resource;
  return {
    ...resource,
    address: `${module}.${address}`,
    module_address: inner ? `${module}.${inner}` : module,
  };
}

function valuesOf(resources: Resource[], side: 'before' | 'after'): object[] {
  return resources
    .filter(({ change }) => change[side])
    .map(({ change, ...rest }) => ({
      ...rest,
      values: change[side],
      sensitive_values: change[`${side}_sensitive`],
    }));
}
