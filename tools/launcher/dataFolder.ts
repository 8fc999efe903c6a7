import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import { clusterFolderFor } from './databaseUser.ts';

const FORMAT = 1;

/** Where one portal keeps what must outlive it. */
export interface DataFolder {
  path: string;
  /** PostgreSQL's own folder, which may lie elsewhere. */
  cluster: string;
  lockFile: string;
  secretsFile: string;
  processesFile: string;
  logs: string;
}

interface Marker {
  format: number;
  /** The database and its roles are complete; losing them is a loss. */
  initialised: boolean;
}

/** Names the parts of a data folder without touching it. */
export function describeDataFolder(folder: string): DataFolder {
  return {
    path: folder,
    cluster: clusterFolderFor(folder),
    lockFile: path.join(folder, 'lock'),
    secretsFile: path.join(folder, 'secrets.json'),
    processesFile: path.join(folder, 'processes.json'),
    logs: path.join(folder, 'logs'),
  };
}

/**
 * Makes a data folder, or checks that an existing folder is one: a folder with
 * somebody's other files in it is never taken, and so never reset either.
 */
export function openDataFolder(data: DataFolder): void {
  if (isMissingOrEmpty(data.path)) {
    makeFolder(data.path);
    writeMarker(data, { format: FORMAT, initialised: false });
  }
  readMarkerText(data);
  fs.mkdirSync(data.logs, { recursive: true, mode: 0o700 });
}

/** Empties a data folder, but for the lock that its owner holds. */
export function resetDataFolder(data: DataFolder): void {
  fs.rmSync(data.cluster, { recursive: true, force: true });
  for (const name of fs.readdirSync(data.path)) {
    const file = path.join(data.path, name);
    if (file === data.lockFile) continue;
    fs.rmSync(file, { recursive: true, force: true });
  }
  writeMarker(data, { format: FORMAT, initialised: false });
  fs.mkdirSync(data.logs, { mode: 0o700 });
}

export function isInitialised(data: DataFolder): boolean {
  return readMarker(data).initialised;
}

export function markInitialised(data: DataFolder): void {
  writeMarker(data, { format: FORMAT, initialised: true });
}

/** The problem of a folder that lost or garbled what a start needs. */
export function damaged(data: DataFolder, reason: string): Problem {
  return new Problem(
    `the data folder ${data.path} is damaged: ${reason}. Restore it from a backup, or begin afresh with: npm start -- --data ${data.path} --reset`,
  );
}

function makeFolder(folder: string) {
  try {
    // Root runs the database as another user, who must be able to pass through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    fs.mkdirSync(folder, { recursive: true });
    fs.chmodSync(folder, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw error;
    throw new Problem(
      `the data folder ${folder} cannot be made (${code}). Give another with --data.`,
    );
  }
}

function isMissingOrEmpty(folder: string) {
  try {
    return fs.readdirSync(folder).length === 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    throw new Problem(
      code === 'ENOTDIR'
        ? `${folder} is a file. Give a folder with --data.`
        : `the data folder ${folder} belongs to another user. Run as that user, or give another folder with --data.`,
    );
  }
}

function markerFile(data: DataFolder) {
  return path.join(data.path, 'freehold.json');
}

function readMarkerText(data: DataFolder): string {
  try {
    return fs.readFileSync(markerFile(data), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Problem(
      code === 'EACCES'
        ? `the data folder ${data.path} belongs to another user. Run as that user, or give another folder with --data.`
        : `${data.path} is not a data folder of Freehold. Give an empty or a new folder with --data.`,
    );
  }
}

function readMarker(data: DataFolder): Marker {
  try {
    const marker: Marker = JSON.parse(readMarkerText(data));
    if (marker.format === FORMAT) return marker;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw damaged(data, 'freehold.json cannot be read');
}

function writeMarker(data: DataFolder, marker: Marker) {
  const draft = `${markerFile(data)}.draft`;
  fs.writeFileSync(draft, `${JSON.stringify(marker)}\n`, { mode: 0o600 });
  fs.renameSync(draft, markerFile(data));
}
