import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

const MEGABYTE = 1024 * 1024;

/**
 * Refuses early where a later step would run out of space halfway.
 *
 * @param {string} folder - need not exist yet
 * @param {number} neededMegabytes
 * @param {string} purpose - completes "Freehold needs 4000 MB to …"
 * @param {(folder: string) => number} [freeBytes]
 */
export function requireDiskSpace(
  folder,
  neededMegabytes,
  purpose,
  freeBytes = freeBytesOf,
) {
  const free = Math.floor(freeBytes(folder) / MEGABYTE);
  if (free >= neededMegabytes) return;
  throw new Problem(
    `only ${free} MB are free on the disk of ${folder}, and Freehold needs ${neededMegabytes} MB to ${purpose}. Free some space and run the command again.`,
  );
}

/** @param {string} folder */
function freeBytesOf(folder) {
  let existing = folder;
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  const { bavail, bsize } = fs.statfsSync(existing);
  return bavail * bsize;
}
