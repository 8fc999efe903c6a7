import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from '../../bootstrap/command.mjs';
import { root } from '../../bootstrap/paths.mjs';
import { interrupted } from '../../launcher/shutdown.ts';
import { findTerraform } from '../../launcher/terraform.ts';
import { findMoto, startMoto } from '../../clouds/moto.ts';
import {
  findProviderMirror,
  writeMirrorConfig,
} from '../../clouds/providerMirror.ts';
import { checkCopies } from './terraformCopies.ts';
import { checkSchemas } from './terraformSchemas.ts';
import { failed, notRun, passed, sum, type Outcome } from '../Part.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from '../temporaryFolder.ts';

const source = path.join(root, 'terraform');

/**
 * Copies and schemas, which need no Terraform; formatting of everything;
 * validation and tests of each stack.
 */
export async function checkTerraform(): Promise<Outcome> {
  const offline = [checkCopies(source), await checkSchemas(source)];
  const search = findTerraform();
  if ('missing' in search) return sum([...offline, notRun(search.missing)]);
  // Terraform writes beside what it reads, so it gets a copy.
  const copy = makeTemporaryFolder('terraform');
  fs.cpSync(source, copy, {
    recursive: true,
    filter: file => path.basename(file) !== '.terraform',
  });
  const mirror = findProviderMirror();
  const motoSearch = findMoto();
  const moto =
    'found' in motoSearch ? await startMoto(motoSearch.found) : undefined;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...moto?.env,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    ...('found' in mirror && writeMirrorConfig(copy, mirror.found)),
  };
  const terraform = (args: string[], cwd: string) =>
    runCommand(search.found, args, {
      cwd,
      env,
      signal: interrupted,
    });
  const outcomes = [
    ...offline,
    asOutcome(
      await terraform(['fmt', '-check', '-diff', '-recursive', copy], copy),
    ),
  ];
  for (const stack of fs.readdirSync(path.join(copy, 'stacks'))) {
    outcomes.push(
      await checkStack(
        search.found,
        terraform,
        path.join(copy, 'stacks', stack),
        env,
      ),
    );
  }
  await moto?.stop();
  removeTemporaryFolder(copy);
  return sum(outcomes);
}

async function checkStack(
  binary: string,
  terraform: (args: string[], cwd: string) => Promise<number>,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const init = ['init', '-backend=false', '-input=false', '-no-color'];
  if ((await terraform(init, folder)) !== 0) {
    // With a mirror, what fails is the stack.
    return usesProviders(folder) && !env.TF_CLI_CONFIG_FILE
      ? notRun(
          `the providers of ${path.basename(folder)} could not be had here; point FREEHOLD_TERRAFORM_MIRROR at a mirror (terraform providers mirror <folder>)`,
        )
      : failed();
  }
  const validated = asOutcome(await terraform(['validate'], folder));
  if (usesProviders(folder) && !env.AWS_ENDPOINT_URL) {
    return sum([validated, notRun('moto_server is not installed')]);
  }
  return fs.existsSync(path.join(folder, 'tests'))
    ? sum([validated, countTests(binary, folder, env)])
    : validated;
}

function usesProviders(folder: string) {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.tf'))
    .some(name =>
      fs
        .readFileSync(path.join(folder, name), 'utf8')
        .includes('required_providers'),
    );
}

function countTests(
  binary: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Outcome {
  const { stdout, stderr } = spawnSync(binary, ['test', '-json'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  process.stdout.write(stderr);
  const summary = stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
    .map(message => {
      process.stdout.write(`${message['@message']}\n`);
      return message.test_summary;
    })
    .find(Boolean);
  if (!summary) return failed();
  return {
    passed: summary.passed,
    failed: summary.failed + summary.errored,
    notRun: summary.skipped,
  };
}

function asOutcome(code: number): Outcome {
  return code === 0 ? passed() : failed();
}
