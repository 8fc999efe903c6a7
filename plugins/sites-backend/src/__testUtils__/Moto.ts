import { spawn, type ChildProcess } from 'node:child_process';
import { promises as fs } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithTerraform } from './terraformPresence';

/** As `npm test` finds them; see tools/clouds. */
const { FREEHOLD_MOTO: binary, FREEHOLD_TERRAFORM_MIRROR: mirror } =
  process.env;

/**
 * `describe` for suites that need moto and Terraform's provider for AWS. Without
 * them they are shown as skipped, by name, so that nobody takes them for passed.
 */
export const describeWithMoto =
  binary && mirror ? describeWithTerraform : describe.skip;

/** An AWS of this machine, empty at first. */
export class Moto {
  static async start(): Promise<Moto> {
    const port = await findFreePort();
    const server = spawn(binary!, ['-H', '127.0.0.1', '-p', String(port)], {
      // A group of its own: a shim may start the server as a child.
      detached: true,
      stdio: 'ignore',
    });
    const moto = new Moto(server, `http://127.0.0.1:${port}`);
    await moto.isUp();
    return moto;
  }

  private constructor(
    private readonly server: ChildProcess,
    readonly endpoint: string,
  ) {}

  /** @returns a file that has Terraform take providers from the mirror only */
  async writeCliConfig(directory: string): Promise<string> {
    const file = path.join(directory, 'mirror.tfrc');
    await fs.writeFile(
      file,
      `provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
}
`,
    );
    return file;
  }

  /** Gives a bucket these tags, past Terraform. */
  async tagBucket(bucket: string, tags: Record<string, string>) {
    const set = Object.entries(tags)
      .map(
        ([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`,
      )
      .join('');
    const { ok, status } = await fetch(`${this.endpoint}/${bucket}?tagging`, {
      method: 'PUT',
      body: `<Tagging><TagSet>${set}</TagSet></Tagging>`,
    });
    if (!ok) throw new Error(`moto answered ${status}`);
  }

  /** The answer of S3 to the question for a bucket's tags. */
  async tagsOfBucket(bucket: string): Promise<string> {
    const response = await fetch(`${this.endpoint}/${bucket}?tagging`);
    return response.text();
  }

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

async function findFreePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
