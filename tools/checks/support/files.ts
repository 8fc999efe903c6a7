import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';

export function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

export function exists(file: string): boolean {
  return fs.existsSync(path.join(root, file));
}

/** Files under version control, and those that are about to be. */
export function ownFiles(): string[] {
  return execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8' },
  )
    .split('\n')
    .filter(file => file && exists(file));
}
