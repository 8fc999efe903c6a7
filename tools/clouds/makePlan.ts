import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Inputs, PlanScenario } from './PlanScenario.ts';
import { steadyPlan } from './steadyPlan.ts';

const run = promisify(execFile);
/** What plans are made with. */
export interface PlanBench {
  terraform: string;
  env: NodeJS.ProcessEnv;
  /** The folder with `modules` and `stacks`. */
  source: string;
  /** Of the source, without `site-`. */
  cloud: string;
  /** The typed object that the stack has for its cloud. */
  ownInputs: Inputs;
  /** An empty folder to work in, with the content of the site in `content`. */
  folder: string;
}

/**
 * Makes the plan of a scenario, as `terraform show -json` gives it, without
 * what a reader of plans never looks at.
 */
export async function makePlan(
  scenario: PlanScenario,
  bench: PlanBench,
): Promise<Record<string, unknown>> {
  const stack = copySources(scenario, bench);
  const terraform = async (...args: string[]) => {
    const { stdout } = await run(bench.terraform, args, {
      cwd: stack,
      env: bench.env,
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  };
  const inputs = (name: string, given: Inputs) => {
    const file = path.join(bench.folder, `${name}.tfvars.json`);
    fs.writeFileSync(file, JSON.stringify(allInputs(bench, given)));
    return `-var-file=${file}`;
  };
  await terraform('init', '-input=false', '-no-color');
  if (scenario.before) {
    await terraform(
      'apply',
      '-auto-approve',
      '-input=false',
      '-no-color',
      inputs('before', scenario.before),
    );
  }
  await terraform(
    'plan',
    '-out=plan',
    '-input=false',
    '-no-color',
    ...(scenario.destroy ? ['-destroy'] : []),
    inputs('after', scenario.inputs),
  );
  return steadyPlan(trim(JSON.parse(await terraform('show', '-json', 'plan'))));
}

/** The sources, with the scenario's mistakes, and with the state beside them. */
function copySources(
  { patches = [] }: PlanScenario,
  { source, folder, cloud }: PlanBench,
): string {
  fs.cpSync(source, folder, { recursive: true });
  for (const { file: name, from, to } of patches) {
    const file = path.join(folder, name);
    const text = fs.readFileSync(file, 'utf8');
    if (!text.includes(from))
      throw new Error(`${name} no longer holds: ${from}`);
    fs.writeFileSync(
      file,
      text.replace(from, () => to),
    );
  }
  const stack = path.join(folder, `stacks/site-${cloud}`);
  fs.writeFileSync(
    path.join(stack, 'backend_override.tf'),
    'terraform {\n  backend "local" {}\n}\n',
  );
  return stack;
}

function allInputs({ cloud, ownInputs }: PlanBench, given: Inputs): Inputs {
  return {
    tenant: 'acme',
    site: { id: 'site_1', name: 'shop', product: 'website' },
    location: 'eu-central-1',
    labels: { product: 'website' },
    ...given,
    [cloud]: { ...ownInputs, ...(given[cloud] as Inputs | undefined) },
  };
}

/** What a reader of plans looks at; the rest repeats it or is of no use. */
function trim(plan: Record<string, any>) {
  const { format_version, terraform_version, resource_changes } = plan;
  return {
    format_version,
    terraform_version,
    resource_changes,
    output_changes: plan.output_changes,
    configuration: {
      root_module: trimModule(plan.configuration.root_module),
    },
  };
}

/** Which resource refers to which, and what nobody wrote. */
function trimModule(module: Record<string, any>): object {
  return {
    resources: module.resources?.map(
      ({ mode, type, name, expressions }: Record<string, any>) => ({
        mode,
        type,
        name,
        expressions: mapValues(expressions ?? {}, trimExpression),
      }),
    ),
    module_calls: mapValues(module.module_calls ?? {}, call => ({
      module: trimModule(call.module),
    })),
  };
}

/** The values are in the changes. */
function trimExpression(expression: any): object {
  if (Array.isArray(expression)) return [];
  return expression.references ? { references: expression.references } : {};
}

function mapValues(
  record: Record<string, any>,
  change: (value: any) => object,
): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value)]),
  );
}
