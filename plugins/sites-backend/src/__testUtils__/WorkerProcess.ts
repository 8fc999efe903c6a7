import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';

/** A portal's worker in a process of its own, to be killed. */
export class WorkerProcess {
  /** Resolves once it takes up work. */
  static async start(options: {
    /** Of the database that it shares. */
    knex: Knex;
    dataDirectory: string;
    terraformDirectory: string;
    port: number;
    /** Configuration below the key `sites`. */
    sites?: object;
  }): Promise<WorkerProcess> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        resolvePackagePath(
          '@freehold/plugin-sites-backend',
          'src/__testUtils__/worker.ts',
        ),
        connectionOf(options.knex),
        options.dataDirectory,
        options.terraformDirectory,
        String(options.port),
        JSON.stringify(options.sites ?? {}),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const errors: Buffer[] = [];
    child.stderr!.on('data', chunk => errors.push(chunk));
    await new Promise<void>((resolve, reject) => {
      child.stdout!.once('data', () => resolve());
      child.once('exit', code =>
        reject(
          new Error(`The worker ended with ${code}: ${Buffer.concat(errors)}`),
        ),
      );
    });
    return new WorkerProcess(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  /** Ends it as a crash does: nothing is cleaned up. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    const ended = new Promise(resolve => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }
}

function connectionOf(knex: Knex): string {
  const { user, password, host, port, database } =
    knex.client.connectionSettings;
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}
