import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../portal/Portal.ts';

/** What a file of made-up charges holds. */
export interface ChargeFileContent {
  provider: 'AWS' | 'Google Cloud';
  customers: { slug: string; sites: string[] }[];
  /** `2026-10` and others. */
  months: string[];
  /** The first day without charges. */
  until: string;
  step: 'day' | 'hour';
  riseFrom?: string;
}

/** Has the generator of demo costs write a file, FOCUS 1.2 as CSV. */
export async function writeChargeFile(
  file: string,
  content: ChargeFileContent,
): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      path.join(import.meta.dirname, 'writeChargeFile.cjs'),
      file,
      JSON.stringify(content),
    ],
    { cwd: path.join(repository, 'packages/backend') },
  );
}
