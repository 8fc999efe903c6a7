import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder with published data that lies beside the checkout, or that
 * FREEHOLD_SHARED_DATA names.
 */
export function findSharedData(): string | undefined {
  const named = process.env.FREEHOLD_SHARED_DATA;
  if (named) return named;
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const data = path.join(folder, 'shared/data');
    if (fs.existsSync(path.join(data, 'focus-rules'))) return data;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** What the name of a test ends with that there is no published data for. */
export const notRun = '(not run: there is no ../shared/data)';
