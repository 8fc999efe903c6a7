import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * When a process began, as text that is only good for comparing: together with
 * the pid it names one process for ever, where a pid alone is used again.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process
 */
export function startTimeOf(pid) {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** @param {{ pid: number, startTime?: string }} known */
export function isAlive({ pid, startTime }) {
  const current = startTimeOf(pid);
  return current !== undefined && current === startTime;
}

/**
 * The pids of a process's children and their children.
 *
 * @param {number} pid
 * @returns {number[]}
 */
export function descendantsOf(pid) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], {
    encoding: 'utf8',
  });
  const rows = stdout
    ? stdout
        .trim()
        .split('\n')
        .map(row => row.trim().split(/\s+/).map(Number))
    : parentsFromProc();
  const found = [pid];
  for (const parent of found) {
    found.push(
      ...rows.filter(([, ppid]) => ppid === parent).map(([child]) => child),
    );
  }
  return found.slice(1);
}

/** @param {number} pid */
function fromProc(pid) {
  const fields = procFields(pid);
  // A zombie has ended; only its parent has yet to notice.
  if (!fields || fields[0] === 'Z') return undefined;
  return `${bootId()}:${fields[19]}`;
}

/** @param {number} pid */
function procFields(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the program's name, may itself hold spaces and brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** @returns {number[][]} */
function parentsFromProc() {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => [Number(name), Number(procFields(Number(name))?.[1])]);
}

function bootId() {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** @param {number} pid */
function fromPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return stdout?.trim() || undefined;
}
