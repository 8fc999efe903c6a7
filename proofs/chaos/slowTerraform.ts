import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../portal/Portal.ts';

const PUBLISH = 'modules/local-site/publish.sh';
const original = path.join(repository, 'terraform');

/**
 * Copies the stacks and modules to `folder`, with a publishing that takes its
 * time, so that kills find it at work, and that complains in the file
 * `overlaps` when two of one site are at work at once. The lock is the
 * system's: it goes with its process, however that ends.
 */
export async function copySlowTerraform(
  folder: string,
  seconds: number,
): Promise<{ directory: string; overlaps: string }> {
  const directory = path.join(folder, 'terraform');
  const overlaps = path.join(folder, 'overlaps');
  await cp(original, directory, { recursive: true });
  const publish = await readFile(path.join(original, PUBLISH), 'utf8');
  await writeFile(
    path.join(directory, PUBLISH),
    `exec 9>>"${folder}/$(echo "$DIRECTORY" | tr / _).lock"
flock --nonblock 9 || echo "$DIRECTORY" >>"${overlaps}"
sleep ${seconds}
${publish}`,
  );
  return { directory, overlaps };
}
