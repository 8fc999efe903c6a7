import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../portal/Portal.ts';

const PUBLISH = 'modules/local-site/publish.sh';
const original = path.join(repository, 'terraform');

/** What publishing writes down about itself. */
export interface Journal {
  /** A line for each time that two were at work on one site at once. */
  overlaps: string;
  /** A line with the folder of the run for each that came to its end. */
  published: string;
}

/**
 * Copies the stacks and modules to `folder`, with a publishing that takes its
 * time, so that kills find it at work, and keeps a journal. The lock by which it
 * sees another is the system's: it goes with its process, however that ends.
 */
export async function copySlowTerraform(
  folder: string,
  seconds: number,
): Promise<{ directory: string; journal: Journal }> {
  const directory = path.join(folder, 'terraform');
  const journal = {
    overlaps: path.join(folder, 'overlaps'),
    published: path.join(folder, 'published'),
  };
  await cp(original, directory, { recursive: true });
  const publish = await readFile(path.join(original, PUBLISH), 'utf8');
  await writeFile(
    path.join(directory, PUBLISH),
    `exec 9>>"${folder}/$(echo "$DIRECTORY" | tr / _).lock"
flock --nonblock 9 || echo "$DIRECTORY" >>"${journal.overlaps}"
sleep ${seconds}
${publish}
pwd >>"${journal.published}"
`,
  );
  return { directory, journal };
}
