import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { ImportsStore } from '../database/ImportsStore';
import type { Import, ImportStep } from '../domain/Import';
import { Workspace } from '../reading';
import type { ImportFiles } from './ImportFiles';

/** An import, and the process that has it. */
export interface ClaimedImport {
  found: Import;
  worker: string;
}

/** Gives the work a workspace of the import, which is gone afterwards. */
export async function withImportWorkspace(
  options: {
    files: ImportFiles;
    workspace: { memoryMiB: number; threads: number };
  },
  importId: string,
  work: (workspace: Workspace) => Promise<void>,
): Promise<void> {
  const { files, workspace: limits } = options;
  await files.removeWorkspace(importId);
  const workspace = await Workspace.open({
    directory: files.workspaceOf(importId),
    ...limits,
  });
  try {
    await work(workspace);
  } finally {
    await workspace.close();
    await files.removeWorkspace(importId);
  }
}

/**
 * Says what is done next.
 *
 * @throws Error when another process has taken the import over
 */
export async function enterStep(
  options: { database: TenantDatabase; imports: ImportsStore },
  { found: { importId }, worker }: ClaimedImport,
  step: ImportStep,
): Promise<void> {
  const { database, imports } = options;
  const isOurs = await database.transaction(BUSINESS_TENANT, trx =>
    imports.seen(trx, importId, { worker, step }),
  );
  if (!isOurs) {
    throw new Error(`Import ${importId} was taken over by another process`);
  }
}
