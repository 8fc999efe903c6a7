import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Writes a file into a folder of its own, hands its path over and removes both. */
export async function withFile<T>(
  content: string | Buffer,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-file-'));
  try {
    const file = path.join(folder, 'charges');
    await fs.writeFile(file, content);
    return await use(file);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
