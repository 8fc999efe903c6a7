// Makes the plans in examples/plans/aws, real ones of terraform/stacks/site-aws
// against moto. Needs Terraform, a mirror of the AWS provider, and moto_server.
// Names of scenarios as arguments make those only.
import fs from 'node:fs';
import path from 'node:path';
import { makePlan } from './clouds/awsPlans.ts';
import { awsPlanScenarios } from './clouds/awsPlanScenarios.ts';
import { findMoto, startMoto } from './clouds/moto.ts';
import {
  findProviderMirror,
  writeMirrorConfig,
} from './clouds/providerMirror.ts';
import { Problem } from './bootstrap/problem.mjs';
import { findTerraform } from './launcher/terraform.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from './trials/temporaryFolder.ts';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'examples/plans/aws');
const names = process.argv.slice(2);

const terraform = need(findTerraform());
const mirror = need(findProviderMirror());
const moto = await startMoto(need(findMoto()));
fs.mkdirSync(target, { recursive: true });

try {
  for (const scenario of awsPlanScenarios) {
    if (names.length > 0 && !names.includes(scenario.name)) continue;
    await moto.reset();
    const folder = makeTemporaryFolder('plan');
    const plan = await makePlan(scenario, {
      terraform,
      env: {
        ...process.env,
        ...moto.env,
        ...writeMirrorConfig(folder, mirror),
        CHECKPOINT_DISABLE: '1',
        TF_IN_AUTOMATION: '1',
      },
      endpoint: moto.endpoint,
      source: path.join(root, 'terraform'),
      folder,
    });
    // Folder and port are another each time, and mean nothing to a reader.
    const text = JSON.stringify(plan, undefined, 1)
      .replaceAll(folder, '/srv/site')
      .replaceAll(moto.endpoint, 'http://aws.example');
    fs.writeFileSync(path.join(target, `${scenario.name}.json`), `${text}\n`);
    removeTemporaryFolder(folder);
    console.log(scenario.name);
  }
} finally {
  await moto.stop();
}

/** @param {{ found: string } | { missing: string }} search */
function need(search) {
  if ('found' in search) return search.found;
  throw new Problem(search.missing);
}
