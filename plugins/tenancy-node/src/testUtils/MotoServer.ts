import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './findFreePort';

/** As `npm test` finds it; see tools/clouds. */
const { FREEHOLD_MOTO: binary } = process.env;

/** An AWS of this machine, empty at first. */
export class MotoServer {
  /** Whether there is a moto to start. */
  static readonly isThere = Boolean(binary);

  static async start(): Promise<MotoServer> {
    const port = await findFreePort();
    const server = spawn(binary!, ['-H', '127.0.0.1', '-p', String(port)], {
      // A group of its own: a shim may start the server as a child.
      detached: true,
      stdio: 'ignore',
    });
    const moto = new MotoServer(server, `http://127.0.0.1:${port}`);
    await moto.isUp();
    return moto;
  }

  private constructor(
    private readonly server: ChildProcess,
    readonly endpoint: string,
  ) {}

  async stop(): Promise<void> {
    const ended = new Promise(resolve => {
      this.server.once('exit', resolve);
    });
    process.kill(-this.server.pid!, 'SIGKILL');
    await ended;
  }

  private async isUp(): Promise<void> {
    for (let round = 0; round < 600; round++) {
      const response = await fetch(`${this.endpoint}/moto-api/data.json`).catch(
        () => undefined,
      );
      if (response?.ok) return;
      await sleep(100);
    }
    throw new Error('moto did not start');
  }
}
