import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Hidden, so that it is never taken for a run. */
const FILE = '.place';

/**
 * Name of the folder that this machine keeps its runs in, given to it once. A
 * folder that was lost and made anew has another name, though its path is the
 * same: what a dead process left there is not to be had any more.
 *
 * @throws Error when the folder cannot be written
 */
export function identifyPlace(runsDirectory: string): string {
  mkdirSync(runsDirectory, { recursive: true, mode: 0o700 });
  const file = join(runsDirectory, FILE);
  return readName(file) ?? giveName(file);
}

/** Of several processes that begin at once one gives the name. */
function giveName(file: string): string {
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, randomUUID(), { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  } finally {
    unlinkSync(own);
  }
  return readFileSync(file, 'utf8');
}

function readName(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
