import type { ChargeFormat } from '@freehold/plugin-costs-node';
import os from 'node:os';
import path from 'node:path';
import { BUILT_IN_FORMATS } from '../formats';
import {
  DEFAULT_READING_LIMITS,
  inspectFile,
  mapCharges,
  readSource,
  recogniseFormat,
  Workspace,
} from '../reading';
import type {
  DeclaredFile,
  MapChargesOptions,
  ReadingLimits,
} from '../reading';

/** A file that was read and mapped, and its workspace to look into. */
export interface ReadCharges {
  workspace: Workspace;
  format: ChargeFormat;
  rows: number;
  accepted: number;
  rejected: number;
}

/** Opens a small workspace. */
export const openWorkspace = (): Promise<Workspace> =>
  Workspace.open({
    directory: path.join(os.tmpdir(), 'freehold-reading-tests'),
    memoryMiB: 128,
    threads: 2,
  });

/** Takes a file the whole way from the disk to charges. */
export async function readCharges(
  file: string,
  options: MapChargesOptions & {
    limits?: Partial<ReadingLimits>;
    declared?: DeclaredFile;
  } = {},
): Promise<ReadCharges> {
  const limits = { ...DEFAULT_READING_LIMITS, ...options.limits };
  const profile = await inspectFile(file, limits, options.declared);
  const format = recogniseFormat(profile, BUILT_IN_FORMATS);
  const workspace = await openWorkspace();
  try {
    const { rows } = await readSource(workspace, profile, limits);
    const counts = await mapCharges(workspace, format, options);
    return { workspace, format, rows, ...counts };
  } catch (error) {
    await workspace.close();
    throw error;
  }
}
