import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';

/**
 * Name of this process among all workers: host, process and when it started,
 * which together are never used twice, and where it keeps its runs. Where /proc
 * tells no start time a random part keeps them apart.
 *
 * @param place - name of the folder of runs
 */
export function createWorkerId(place: string): string {
  const birth = birthOf(process.pid) ?? randomUUID();
  return `${os.hostname()}/${process.pid}/${birth}/${place}`;
}

/**
 * Whether two workers keep their runs in one folder, so that one finds what the
 * other left. Machines share none, but a container may be made anew, under
 * another host's name, with the folder of the one before.
 */
export function isOfSamePlace(one: string, other: string): boolean {
  const [place, otherPlace] = [one, other].map(id => id.split('/')[3]);
  return place !== undefined && place === otherPlace;
}

/**
 * Whether a worker of this host is certainly gone. Of other hosts' workers, and
 * without /proc, only their silence can tell.
 */
export function isKnownDead(workerId: string): boolean {
  const [host, pid, birth] = workerId.split('/');
  if (host !== os.hostname()) {
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
