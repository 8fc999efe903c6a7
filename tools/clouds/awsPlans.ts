import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Inputs, PlanScenario } from './awsPlanScenarios.ts';

const run = promisify(execFile);
const RELEASE =
  '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

/** What plans are made with. */
export interface PlanBench {
  terraform: string;
  /** For Terraform: the mirror, and where moto answers. */
  env: NodeJS.ProcessEnv;
  endpoint: string;
  /** The folder with `modules` and `stacks`. */
  source: string;
  /** An empty folder to work in. */
  folder: string;
}

/**
 * Makes the plan of a scenario, as `terraform show -json` gives it, without
 * what a reader of plans never looks at.
 */
export async function makePlan(
  scenario: PlanScenario,
  bench: PlanBench,
): Promise<object> {
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
    fs.writeFileSync(file, JSON.stringify({ ...common(bench), ...given }));
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
  return trim(JSON.parse(await terraform('show', '-json', 'plan')));
}

/** The sources, with the scenario's mistake, and with the state beside them. */
function copySources({ patch }: PlanScenario, { source, folder }: PlanBench) {
  fs.cpSync(source, folder, { recursive: true });
  if (patch) {
    const file = path.join(folder, patch.file);
    const text = fs.readFileSync(file, 'utf8');
    if (!text.includes(patch.from))
      throw new Error(`${patch.file} no longer holds: ${patch.from}`);
    fs.writeFileSync(file, text.replace(patch.from, patch.to));
  }
  const stack = path.join(folder, 'stacks/site-aws');
  fs.writeFileSync(
    path.join(stack, 'backend_override.tf'),
    'terraform {\n  backend "local" {}\n}\n',
  );
  fs.mkdirSync(path.join(folder, 'content/about'), { recursive: true });
  for (const page of ['index.html', 'about/index.html', '404.html'])
    fs.writeFileSync(path.join(folder, 'content', page), '<p>Hello</p>');
  return stack;
}

function common({ endpoint, folder }: PlanBench): Inputs {
  return {
    tenant: 'acme',
    site: { id: 'site_1', name: 'shop', product: 'website' },
    location: 'eu-central-1',
    labels: { product: 'website' },
    aws: {
      endpoint,
      source: path.join(folder, 'content'),
      release: RELEASE,
    },
  };
}

function trim(plan: Record<string, unknown>) {
  const { format_version, terraform_version, resource_changes } = plan;
  return {
    format_version,
    terraform_version,
    resource_changes,
    output_changes: plan.output_changes,
  };
}
