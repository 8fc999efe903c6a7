import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A .tar.gz of a site of one page, as somebody would upload it.
 *
 * @returns its path
 */
export function siteArchive(html: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-e2e-'));
  fs.writeFileSync(path.join(folder, 'index.html'), html);
  const file = path.join(folder, 'site.tar.gz');
  const { status, stderr } = spawnSync(
    'tar',
    ['-czf', file, '-C', folder, 'index.html'],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(`tar could not pack the site: ${stderr}`);
  }
  return file;
}
