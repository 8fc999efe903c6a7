import { execa } from 'execa';
import { promises as fs } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunDirectory } from './RunDirectory';

const POLL_MILLISECONDS = 100;

/**
 * Processes that a run started and that are still alive, whoever their parent
 * is by now. None is named that only happens to have a number used before.
 */
export async function findRunProcesses(
  directory: RunDirectory,
): Promise<number[]> {
  return process.platform === 'linux'
    ? findByWorkingDirectory(directory)
    : findByProcessGroup(directory);
}

/**
 * Ends what a run left behind: first by SIGINT, on which Terraform saves its
 * state, and after `graceMilliseconds` by SIGKILL.
 *
 * @returns whether there was anything to end
 */
export async function endRunProcesses(
  directory: RunDirectory,
  options: { graceMilliseconds: number },
): Promise<boolean> {
  const found = await findRunProcesses(directory);
  if (found.length === 0) {
    return false;
  }
  signalAll(found, 'SIGINT');
  const deadline = Date.now() + options.graceMilliseconds;
  for (;;) {
    const alive = await findRunProcesses(directory);
    if (alive.length === 0) {
      return true;
    }
    if (Date.now() >= deadline) {
      signalAll(alive, 'SIGKILL');
    }
    await sleep(POLL_MILLISECONDS);
  }
}

/** Everything a run starts works somewhere below its directory. */
async function findByWorkingDirectory(
  directory: RunDirectory,
): Promise<number[]> {
  const root = await fs.realpath(directory.path).catch(() => directory.path);
  const found: number[] = [];
  for (const entry of await fs.readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const cwd = await fs.readlink(`/proc/${entry}/cwd`).catch(() => '');
    if (cwd === root || cwd.startsWith(`${root}/`)) {
      found.push(Number(entry));
    }
  }
  return found;
}

/**
 * Without /proc there is the group whose id the run wrote down. Such a number
 * can be another's by now: then its leader is alive and names another run.
 */
async function findByProcessGroup(directory: RunDirectory): Promise<number[]> {
  const written = await fs
    .readFile(directory.processFile, 'utf8')
    .catch(() => '');
  const group = Number.parseInt(written, 10);
  if (!Number.isSafeInteger(group) || group < 2) {
    return [];
  }
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,pgid=,command=']);
  const members = stdout
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(match => match !== null)
    .map(([, pid, pgid, command]) => ({
      pid: Number(pid),
      group: Number(pgid),
      command,
    }))
    .filter(member => member.group === group);
  const leader = members.find(member => member.pid === group);
  return leader && !leader.command.includes(directory.path)
    ? []
    : members.map(member => member.pid);
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
