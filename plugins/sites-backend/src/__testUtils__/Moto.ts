import { MotoServer } from '@freehold/plugin-tenancy-node/testUtils';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describeWithTerraform } from './terraformPresence';

/** As `npm test` finds them; see tools/clouds. */
const { FREEHOLD_TERRAFORM_MIRROR: mirror } = process.env;

/**
 * `describe` for suites that need moto and Terraform's provider for AWS. Without
 * them they are shown as skipped, by name, so that nobody takes them for passed.
 */
export const describeWithMoto =
  MotoServer.isThere && mirror ? describeWithTerraform : describe.skip;

/** An AWS of this machine, empty at first. */
export class Moto {
  static async start(): Promise<Moto> {
    return new Moto(await MotoServer.start());
  }

  private constructor(private readonly server: MotoServer) {}

  get endpoint(): string {
    return this.server.endpoint;
  }

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
    await this.server.stop();
  }
}
