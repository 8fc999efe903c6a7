import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from '../../bootstrap/command.mjs';
import { root } from '../../bootstrap/paths.mjs';
import { interrupted } from '../../launcher/shutdown.ts';
import { findTerraform } from '../../launcher/terraform.ts';
import { findMoto, startMoto, type Moto } from '../../clouds/moto.ts';
import {
  findProviderMirror,
  writeMirrorConfig,
} from '../../clouds/providerMirror.ts';
import { checkCopies } from './terraformCopies.ts';
import { checkSchemas } from './terraformSchemas.ts';
import { runTerraformTests } from './terraformTests.ts';
import { failed, notRun, passed, sum, type Outcome } from '../Part.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from '../temporaryFolder.ts';

const source = path.join(root, 'terraform');

interface Bench {
  binary: string;
  env: NodeJS.ProcessEnv;
  /** Why there is no mirror of the provider, or no double of the cloud. */
  missing: { mirror?: string; moto?: string };
}

/**
 * Copies and schemas, which need no Terraform; formatting of everything;
 * validation and tests of each module and stack.
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
  try {
    const bench: Bench = {
      binary: search.found,
      env: environmentOf(moto, copy, mirror),
      missing: {
        ...('missing' in mirror && { mirror: mirror.missing }),
        ...('missing' in motoSearch && { moto: motoSearch.missing }),
      },
    };
    const fmt = ['fmt', '-check', '-diff', '-recursive', copy];
    const outcomes = [...offline, await runTerraform(bench, fmt, copy)];
    for (const folder of foldersIn(copy)) {
      outcomes.push(await checkFolder(bench, copy, folder));
    }
    return sum(outcomes);
  } finally {
    await moto?.stop();
    removeTemporaryFolder(copy);
  }
}

function environmentOf(
  moto: Moto | undefined,
  folder: string,
  mirror: ReturnType<typeof findProviderMirror>,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...moto?.env,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    ...('found' in mirror && writeMirrorConfig(folder, mirror.found)),
  };
}

/** Modules first: a fault of theirs shows in every stack that uses them. */
function foldersIn(copy: string): string[] {
  return ['modules', 'stacks'].flatMap(kind =>
    fs.readdirSync(path.join(copy, kind)).map(name => `${kind}/${name}`),
  );
}

async function checkFolder(
  bench: Bench,
  copy: string,
  name: string,
): Promise<Outcome> {
  const folder = path.join(copy, name);
  const { mirror, moto } = bench.missing;
  const usesProviders = isInFiles(folder, 'required_providers');
  if (!(await initialise(bench, folder))) {
    // With a mirror, what fails is the folder.
    return usesProviders && mirror ? notRun(`${name}: ${mirror}`) : failed();
  }
  const validated = await runTerraform(
    bench,
    ['validate', '-no-color'],
    folder,
  );
  const tests = path.join(folder, 'tests');
  if (!fs.existsSync(tests)) return validated;
  // What is not mocked is asked of the double.
  if (usesProviders && moto && !isInFiles(tests, 'mock_provider')) {
    return sum([validated, notRun(`${name}: ${moto}`)]);
  }
  return sum([
    validated,
    await runTerraformTests({ ...bench, folder, name, signal: interrupted }),
  ]);
}

/** Says what Terraform said only when it could not. */
async function initialise({ binary, env }: Bench, folder: string) {
  const logFile = path.join(folder, 'init.log');
  const code = await runCommand(
    binary,
    ['init', '-backend=false', '-input=false', '-no-color'],
    { cwd: folder, env, signal: interrupted, logFile },
  );
  if (code !== 0) process.stdout.write(fs.readFileSync(logFile, 'utf8'));
  return code === 0;
}

async function runTerraform(
  { binary, env }: Bench,
  args: string[],
  cwd: string,
): Promise<Outcome> {
  const code = await runCommand(binary, args, {
    cwd,
    env,
    signal: interrupted,
  });
  return code === 0 ? passed() : failed();
}

function isInFiles(folder: string, text: string): boolean {
  return fs
    .readdirSync(folder)
    .filter(name => /\.(tf|hcl)$/.test(name) && !name.startsWith('.'))
    .some(name =>
      fs.readFileSync(path.join(folder, name), 'utf8').includes(text),
    );
}
