import fs from 'node:fs';
import path from 'node:path';
import { ranOutOfDisk, runCommand } from './command.mjs';
import { requireDiskSpace } from './diskSpace.mjs';
import { fingerprint, sourceFiles } from './fingerprint.mjs';
import { cache, logs, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { npmRegistry } from './toolchain.mjs';

const NEEDED_MEGABYTES = 4000;
const stampFile = path.join(cache, 'install.stamp');
const installState = path.join(root, 'node_modules/.yarn-state.yml');

/**
 * Installs the packages of yarn.lock, unless they already are.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {AbortSignal} signal
 */
export async function installPackages(toolchain, signal) {
  const wanted = fingerprint(manifests(), [process.platform, process.arch]);
  if (isInstalled(wanted)) return;
  if (!fs.existsSync(installState)) {
    requireDiskSpace(root, NEEDED_MEGABYTES, 'install its packages');
  }
  const logFile = path.join(logs, 'install.log');
  const code = await step('Installing packages', () =>
    runCommand(toolchain.node, [toolchain.yarn, 'install', '--immutable'], {
      cwd: root,
      env: {
        ...toolchain.env,
        YARN_NPM_REGISTRY_SERVER: npmRegistry(),
        YARN_ENABLE_PROGRESS_BARS: '0',
      },
      logFile,
      signal,
    }),
  );
  if (code !== 0) throw installProblem(logFile);
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(stampFile, wanted);
}

function manifests() {
  return [
    path.join(root, 'yarn.lock'),
    path.join(root, '.yarnrc.yml'),
    path.join(root, 'package.json'),
    ...['packages', 'plugins'].flatMap(folder =>
      sourceFiles(path.join(root, folder)).filter(
        file => path.basename(file) === 'package.json',
      ),
    ),
  ];
}

/** @param {string} wanted */
function isInstalled(wanted) {
  return (
    fs.existsSync(installState) &&
    fs.existsSync(stampFile) &&
    fs.readFileSync(stampFile, 'utf8') === wanted
  );
}

/** @param {string} logFile */
function installProblem(logFile) {
  if (ranOutOfDisk(logFile)) {
    return new Problem(
      'the disk is full. Free some space and run the command again.',
    );
  }
  const log = fs.readFileSync(logFile, 'utf8');
  if (log.includes('YN0028')) {
    return new Problem(
      'yarn.lock does not match the package.json files. Run "npm run yarn install" and commit yarn.lock.',
    );
  }
  return new Problem(
    `the packages could not be installed (details: ${logFile}). Check the network and npm's registry setting, and run it again.`,
  );
}
