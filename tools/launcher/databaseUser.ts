import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';

/** Where root keeps what its unprivileged database user must reach. */
const SHARED_FOLDER = '/var/lib/freehold';

/** The user that PostgreSQL runs as; empty when it is the one we run as. */
export interface DatabaseUser {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root. `nobody` exists everywhere, and a cluster
 * that some other user made keeps running as that user.
 */
export function databaseUserFor(cluster: string): DatabaseUser {
  if (!isRoot()) return {};
  if (fs.existsSync(cluster)) {
    const { uid, gid } = fs.statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const entry = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (!entry) {
    throw new Problem(
      'PostgreSQL cannot run as root, and there is no user "nobody" to run it as. Run Freehold as a plain user.',
    );
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/**
 * The folder of the cluster: inside of the data folder, unless root keeps that
 * where the database user may not enter (below /root, say).
 */
export function clusterFolderFor(dataFolder: string): string {
  const inside = path.join(dataFolder, 'postgres');
  if (!isRoot() || fs.existsSync(inside) || isReachable(dataFolder)) {
    return inside;
  }
  return path.join(SHARED_FOLDER, shortHash(dataFolder), 'postgres');
}

/**
 * A copy of `folder` that the database user can reach, or `folder` itself.
 *
 * @param version - of the content: another one gets another copy
 */
export function reachableCopy(folder: string, version: string): string {
  if (!isRoot() || isReachable(folder)) return folder;
  const copy = path.join(SHARED_FOLDER, shortHash(folder), version);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  fs.mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
  fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(draft, copy);
  return copy;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether every folder above lets everybody pass through. */
function isReachable(folder: string): boolean {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
}

function shortHash(text: string) {
  return crypto.createHash('sha256').update(text).digest('hex').slice(0, 12);
}
