import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [logFile] - takes the output instead of the terminal
 * @property {AbortSignal} [signal] - ends the command and all it started
 */

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<number>} its exit code; 130 when it was ended by a signal
 */
export async function runCommand(command, args, options = {}) {
  const log = options.logFile ? openLog(options.logFile) : undefined;
  // A group of its own, so that what it starts in turn can be ended with it.
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
  });
  if (log !== undefined) fs.closeSync(log);
  const end = () => signalGroup(child.pid, 'SIGTERM');
  options.signal?.addEventListener('abort', end, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', code => resolve(code ?? 130));
    });
  } finally {
    options.signal?.removeEventListener('abort', end);
  }
}

/**
 * @param {number | undefined} leader - pid of the group's first process
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(leader, signal) {
  if (!leader) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // Nobody left to tell is what the caller wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') {
      throw error;
    }
  }
}

/**
 * The last lines of a log that tell a person anything.
 *
 * @param {string} file
 * @param {number} [count]
 */
export function lastLines(file, count = 1) {
  if (!fs.existsSync(file)) return '';
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .slice(-count)
    .join('\n');
}

/** @param {string} file */
export function ranOutOfDisk(file) {
  return (
    fs.existsSync(file) &&
    /ENOSPC|No space left on device|EDQUOT/.test(fs.readFileSync(file, 'utf8'))
  );
}

/** @param {string} file */
function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return fs.openSync(file, 'w');
}
