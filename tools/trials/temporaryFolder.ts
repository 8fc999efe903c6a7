import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onShutdown } from '../launcher/shutdown.ts';

/**
 * A folder that is gone when this process ends. Others may pass through it:
 * a database user must reach what is inside.
 */
export function makeTemporaryFolder(purpose: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `freehold-${purpose}-`));
  fs.chmodSync(folder, 0o711);
  onShutdown(() => removeTemporaryFolder(folder));
  return folder;
}

export function removeTemporaryFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}
