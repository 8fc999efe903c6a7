import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The scripts a browser must load before it shows anything.
 *
 * @param app - folder of a built app, with `dist/index.html`
 */
export async function entryScripts(
  app: string,
): Promise<{ bytes: number; compressed: number }> {
  const dist = path.join(app, 'dist');
  const page = await readFile(path.join(dist, 'index.html'), 'utf8');
  const sources = [
    ...page.matchAll(/<script[^>]* src="[^"]*?(static\/[^"]+)"/g),
  ];
  if (sources.length === 0) {
    throw new Error(`${dist}/index.html names no script`);
  }
  const scripts = await Promise.all(
    sources.map(([, source]) => readFile(path.join(dist, source))),
  );
  const sum = (sizes: number[]) => sizes.reduce((one, other) => one + other);
  return {
    bytes: sum(scripts.map(script => script.length)),
    compressed: sum(scripts.map(script => gzipSync(script).length)),
  };
}
