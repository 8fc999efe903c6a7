// Makes the plans in examples/plans, real ones of the stacks in terraform/: of
// site-local, and of site-aws against moto, which needs moto_server and a mirror
// of the AWS provider. Arguments name the only clouds and scenarios to make:
// `node tools/generate-plans.mjs local aws/create-small`.
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './bootstrap/problem.mjs';
import { awsPlanScenarios } from './clouds/awsPlanScenarios.ts';
import { localPlanScenarios } from './clouds/localPlanScenarios.ts';
import { makePlan } from './clouds/makePlan.ts';
import { findMoto, startMoto } from './clouds/moto.ts';
import {
  findProviderMirror,
  writeMirrorConfig,
} from './clouds/providerMirror.ts';
import { findTerraform } from './launcher/terraform.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from './trials/temporaryFolder.ts';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'examples/plans');
const names = process.argv.slice(2);
const terraform = need(findTerraform());
const release = '0'.repeat(64);

for (const scenario of wanted('local', localPlanScenarios)) {
  await write('local', scenario, folder => ({
    env: {},
    ownInputs: {
      publish_directory: path.join(folder, 'published'),
      source: path.join(folder, 'content'),
      release,
      address: 'http://shop.acme.localhost:7007',
    },
  }));
}

const awsScenarios = wanted('aws', awsPlanScenarios);
if (awsScenarios.length > 0) {
  const mirror = need(findProviderMirror());
  const moto = await startMoto(need(findMoto()));
  try {
    for (const scenario of awsScenarios) {
      await moto.reset();
      await write('aws', scenario, folder => ({
        env: { ...moto.env, ...writeMirrorConfig(folder, mirror) },
        ownInputs: {
          endpoint: moto.endpoint,
          source: path.join(folder, 'content'),
          release,
        },
        endpoint: moto.endpoint,
      }));
    }
  } finally {
    await moto.stop();
  }
}

/**
 * @param {string} cloud
 * @param {import('./clouds/PlanScenario.ts').PlanScenario} scenario
 * @param {(folder: string) => { env: NodeJS.ProcessEnv, ownInputs: Record<string, unknown>, endpoint?: string }} prepare
 */
async function write(cloud, scenario, prepare) {
  const folder = makeTemporaryFolder('plan');
  for (const page of ['index.html', 'about/index.html', '404.html']) {
    const file = path.join(folder, 'content', page);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '<p>Hello</p>');
  }
  const { env, ownInputs, endpoint } = prepare(folder);
  const plan = await makePlan(scenario, {
    terraform,
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      ...env,
    },
    source: path.join(root, 'terraform'),
    cloud,
    ownInputs,
    folder,
  });
  // Folder and port are another each time, and mean nothing to a reader.
  const text = toText(plan)
    .replaceAll(folder, '/srv/site')
    .replaceAll(endpoint ?? '\0', 'http://aws.example');
  fs.mkdirSync(path.join(target, cloud), { recursive: true });
  fs.writeFileSync(path.join(target, cloud, `${scenario.name}.json`), text);
  removeTemporaryFolder(folder);
  console.log(`${cloud}/${scenario.name}`);
}

/**
 * One line for each resource, so that changes of a plan can be read.
 *
 * @param {Record<string, unknown> & { resource_changes?: object[] }} plan
 */
function toText({ resource_changes = [], ...rest }) {
  const lines = resource_changes.map(each => JSON.stringify(each)).join(',\n');
  const fields = Object.entries(rest)
    .map(([name, value]) => `"${name}":${JSON.stringify(value)}`)
    .join(',\n');
  return `{${fields},\n"resource_changes":[\n${lines}\n]}\n`;
}

/**
 * @param {string} cloud
 * @param {import('./clouds/PlanScenario.ts').PlanScenario[]} scenarios
 */
function wanted(cloud, scenarios) {
  return names.length === 0 || names.includes(cloud)
    ? scenarios
    : scenarios.filter(({ name }) => names.includes(`${cloud}/${name}`));
}

/** @param {{ found: string } | { missing: string }} search */
function need(search) {
  if ('found' in search) return search.found;
  throw new Problem(search.missing);
}
