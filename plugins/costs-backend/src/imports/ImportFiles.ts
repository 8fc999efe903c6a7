import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Files of imports, as they were received, each under its import's id. All
 * processes of the portal share the folder, since any of them may do the work.
 */
export class ImportFiles {
  static async create(dataDirectory: string): Promise<ImportFiles> {
    const files = new ImportFiles(dataDirectory);
    for (const folder of [files.scratch, files.folder, files.workspaces]) {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    }
    return files;
  }

  private constructor(private readonly dataDirectory: string) {}

  /** Where uploads are received; on the same disk as what is kept. */
  get scratch(): string {
    return path.join(this.dataDirectory, 'uploads');
  }

  private get workspaces(): string {
    return path.join(this.dataDirectory, 'workspaces');
  }

  private get folder(): string {
    return path.join(this.dataDirectory, 'imports');
  }

  pathOf(importId: string): string {
    return path.join(this.folder, importId);
  }

  /** Where DuckDB works for an import. */
  workspaceOf(importId: string): string {
    return path.join(this.workspaces, importId);
  }

  /** Also what a process left that ended in the middle of the import. */
  async removeWorkspace(importId: string): Promise<void> {
    await fs.rm(this.workspaceOf(importId), { recursive: true, force: true });
  }

  /** Keeps a received file as the import's. */
  async keep(importId: string, file: string): Promise<void> {
    await fs.rename(file, this.pathOf(importId));
  }

  async remove(importId: string): Promise<void> {
    await fs.rm(this.pathOf(importId), { force: true });
  }

  /** Ids of kept files that nobody has written to since. */
  async listAbandoned(before: number): Promise<string[]> {
    return listOlder(this.folder, before);
  }

  /** Names of uploads that nobody has written to since. */
  async listAbandonedUploads(before: number): Promise<string[]> {
    return listOlder(this.scratch, before);
  }

  async removeUpload(name: string): Promise<void> {
    const upload = path.join(this.scratch, name);
    await fs.rm(upload, { recursive: true, force: true });
  }

  async has(importId: string): Promise<boolean> {
    return fs.access(this.pathOf(importId)).then(
      () => true,
      () => false,
    );
  }
}

async function listOlder(folder: string, before: number): Promise<string[]> {
  const older: string[] = [];
  for (const name of await fs.readdir(folder)) {
    const found = await fs.stat(path.join(folder, name)).catch(() => undefined);
    if (found && found.mtimeMs < before) {
      older.push(name);
    }
  }
  return older;
}
