import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../portal/Portal.ts';

const run = promisify(execFile);

/**
 * Builds an app that is nothing but Backstage's `createApp()`, in a workspace
 * of its own that borrows our packages, and hands it to `work`.
 */
export async function withStockApp<T>(
  work: (app: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'freehold-stock-'));
  const app = path.join(folder, 'packages/app');
  try {
    await cp(path.join(import.meta.dirname, 'stock-app'), app, {
      recursive: true,
    });
    for (const file of ['yarn.lock', 'backstage.json']) {
      await cp(path.join(repository, file), path.join(folder, file));
    }
    await writeFile(path.join(folder, 'app-config.yaml'), configuration);
    await writeFile(
      path.join(folder, 'package.json'),
      JSON.stringify({
        name: 'stock',
        private: true,
        workspaces: ['packages/*'],
        devDependencies: { '@backstage/cli-defaults': '*' },
      }),
    );
    await symlink(
      path.join(repository, 'node_modules'),
      path.join(folder, 'node_modules'),
    );
    const cli = path.join(
      repository,
      'node_modules/@backstage/cli/bin/backstage-cli',
    );
    await run(process.execPath, [cli, 'package', 'build'], {
      cwd: app,
      maxBuffer: 64 * 1024 * 1024,
    });
    return await work(app);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const configuration = `app:
  title: Stock
  baseUrl: http://localhost:7007
  packages: all
backend:
  baseUrl: http://localhost:7007
`;
