// What `npm start`, `npm test` and the others run. It needs any Node from 20.11
// on and npm, nothing else: it brings the toolchain, installs the packages and
// hands over to tools/<command>.ts on the pinned Node.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { waitForLock } from './bootstrap/fileLock.mjs';
import { installPackages } from './bootstrap/install.mjs';
import { cache, root } from './bootstrap/paths.mjs';
import { failWith, Problem } from './bootstrap/problem.mjs';
import { bringToolchain, npmRegistry } from './bootstrap/toolchain.mjs';

/** @type {Record<string, string>} */
const commands = {
  start: 'start.ts',
  dev: 'dev.ts',
  test: 'test.ts',
  soak: 'soak.ts',
  bench: 'bench.ts',
  screenshots: 'screenshots.ts',
  'operator:create': 'operatorCreate.ts',
  'audit:verify': 'auditVerify.ts',
  'costs:import': 'costsImport.ts',
};

const began = Date.now();
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {string[]} argv */
async function main([command, ...args]) {
  if (command !== 'yarn' && !commands[command]) {
    throw new Problem(
      `there is no command "${command}". Known: ${Object.keys(commands).join(', ')}, yarn.`,
    );
  }
  const toolchain = await prepare(command);
  if (command === 'yarn') {
    const env = { ...toolchain.env, YARN_NPM_REGISTRY_SERVER: npmRegistry() };
    return handOver(toolchain.node, [toolchain.yarn, ...args], env);
  }
  const script = path.join(root, 'tools', commands[command]);
  const env = { ...toolchain.env, FREEHOLD_COMMAND_BEGAN: String(began) };
  return handOver(toolchain.node, [script, ...args], env);
}

/** @param {string} command */
async function prepare(command) {
  const lock = await waitForLock(path.join(cache, 'prepare.lock'), holder =>
    process.stderr.write(
      `  … waiting for process ${holder.pid}, which is preparing this checkout\n`,
    ),
  );
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  for (const signal of stopSignals) process.once(signal, stop);
  try {
    const toolchain = await bringToolchain(stopped.signal);
    if (command !== 'yarn') await installPackages(toolchain, stopped.signal);
    return toolchain;
  } catch (error) {
    if (stopped.signal.aborted) process.exit(130);
    throw error;
  } finally {
    lock.release();
    for (const signal of stopSignals) process.off(signal, stop);
  }
}

/**
 * The channel between the two ends when either dies, so that a killed
 * bootstrap stops what it started, too.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function handOver(node, args, env) {
  const child = spawn(node, args, {
    cwd: fs.existsSync(process.cwd()) ? process.cwd() : root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of stopSignals)
    process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode, signal) =>
      resolve(exitCode ?? (signal ? 130 : 1)),
    );
  });
  process.exitCode = code;
}

main(process.argv.slice(2)).catch(failWith);
