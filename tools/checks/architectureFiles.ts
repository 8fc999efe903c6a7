import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/** Every file and folder that ARCHITECTURE.md names in code style exists. */
export function check(): string[] {
  const text = fs.readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const names = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(
    ([, name]) => name,
  );
  const steps = names.filter(name => name.includes('/src/'));
  if (steps.length === 0) {
    return ['ARCHITECTURE.md names no source file at all'];
  }
  return names
    .filter(name => !fs.existsSync(path.join(root, name)))
    .map(name => `ARCHITECTURE.md names ${name}, which does not exist`);
}
