import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const MADE_BY_TOOLS = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  '.cache',
  '.git',
  '.yarn',
  'test-results',
]);

/**
 * All files below a folder that people write.
 *
 * @param {string} folder - absolute
 * @returns {string[]}
 */
export function sourceFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return MADE_BY_TOOLS.has(entry.name) ? [] : sourceFiles(file);
    }
    return entry.isFile() ? [file] : [];
  });
}

/**
 * A hash over names and contents, the same on every machine.
 *
 * @param {string[]} files - absolute
 * @param {string[]} [extra] - other things the result depends on
 */
export function fingerprint(files, extra = []) {
  const hash = crypto.createHash('sha256');
  for (const value of extra) hash.update(`${value}\0`);
  for (const file of [...files].sort()) {
    const content = fs.readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}
