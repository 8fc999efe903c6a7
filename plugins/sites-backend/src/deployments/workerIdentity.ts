import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';

/**
 * Name of this process among all workers: host, process and when it started,
 * which together are never used twice. Where /proc tells no start time a
 * random part keeps them apart.
 */
export function createWorkerId(): string {
  const birth = birthOf(process.pid) ?? randomUUID();
  return `${os.hostname()}/${process.pid}/${birth}`;
}

/** Whether a worker ran on this machine, so that its processes would be here. */
export function isOfThisHost(workerId: string): boolean {
  return workerId.split('/')[0] === os.hostname();
}

/**
 * Whether a worker of this machine is certainly gone. Of other machines'
 * workers, and without /proc, only their silence can tell.
 */
export function isKnownDead(workerId: string): boolean {
  const [, pid, birth] = workerId.split('/');
  if (!isOfThisHost(workerId)) {
    return false;
  }
  const present = birthOf(Number(pid));
  if (process.platform === 'linux') {
    return present !== birth;
  }
  return !isAlive(Number(pid));
}

/** Whether the worker of a running deployment is gone, or silent for too long. */
export function isWithoutWorker(
  { workerId, silentSeconds }: { workerId?: string; silentSeconds: number },
  staleMilliseconds: number,
): boolean {
  return (
    !workerId ||
    silentSeconds * 1_000 > staleMilliseconds ||
    isKnownDead(workerId)
  );
}

/** Start time of a process in clock ticks since boot: field 22 of its stat. */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, field 2, may contain anything, so count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
