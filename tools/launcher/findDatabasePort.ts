import fs from 'node:fs';
import path from 'node:path';
import type { DataFolder } from './dataFolder.ts';

/** Where the running PostgreSQL of a data folder listens, if it runs. */
export function findDatabasePort(data: DataFolder): number | undefined {
  try {
    const file = path.join(data.cluster, 'postmaster.pid');
    // The lines are told in PostgreSQL's miscadmin.h; the fourth is the port.
    const [pid, , , port] = fs.readFileSync(file, 'utf8').split('\n');
    process.kill(Number(pid), 0);
    return Number(port);
  } catch {
    return undefined;
  }
}
