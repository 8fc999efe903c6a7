import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const OLDEST: [major: number, minor: number] = [1, 10];

export type TerraformSearch =
  { found: string; version: string } | { missing: string };

/**
 * Looks for Terraform: FREEHOLD_TERRAFORM, then PATH. It cannot be brought
 * from the npm registry, and without it everything but orders works.
 *
 * @returns the absolute path, or one line that says what to do
 */
export function findTerraform(
  env: NodeJS.ProcessEnv = process.env,
): TerraformSearch {
  const file = env.FREEHOLD_TERRAFORM || searchPath(env.PATH ?? '');
  if (!file) {
    return {
      missing:
        'terraform is not installed, so sites cannot be ordered yet. Install it (https://developer.hashicorp.com/terraform/install) and start again.',
    };
  }
  const version = versionOf(file);
  if (!version) {
    return {
      missing: `${file} does not run, so sites cannot be ordered yet. Install terraform, or point FREEHOLD_TERRAFORM at it, and start again.`,
    };
  }
  const [major, minor] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    return {
      missing: `terraform ${version} is too old, so sites cannot be ordered yet. Install ${OLDEST.join('.')} or newer and start again.`,
    };
  }
  return { found: file, version };
}

function searchPath(searched: string) {
  return searched
    .split(path.delimiter)
    .filter(path.isAbsolute)
    .map(folder => path.join(folder, 'terraform'))
    .find(isExecutable);
}

function isExecutable(file: string) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function versionOf(file: string): string | undefined {
  const { stdout, status } = spawnSync(file, ['version', '-json'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    timeout: 20_000,
  });
  if (status !== 0) return undefined;
  try {
    return JSON.parse(stdout).terraform_version;
  } catch {
    return undefined;
  }
}
