import { readdir, readFile, readlink } from 'node:fs/promises';

export interface RunningProcess {
  pid: number;
  command: string;
}

/**
 * Processes that work within a folder: by their directory, or by a path of it
 * in their command line. Linux only; elsewhere there is no such list.
 */
export async function processesWithin(
  folder: string,
): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async pid => {
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(
        () => '',
      );
      const within = place.startsWith(folder) || line.includes(folder);
      return within
        ? [{ pid: Number(pid), command: line.replaceAll('\0', ' ').trim() }]
        : [];
    }),
  );
  return found.flat();
}

/** Resident memory in bytes, or undefined when the process is gone. */
export async function residentMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : undefined;
}
