import { promises as fs } from 'node:fs';
import path from 'node:path';
import { TerraformCopy } from './TerraformCopy';

const ADDRESS = 'terraform_data.script';

/**
 * Terraform itself, but for what it finds: nothing that needs no provider can
 * drift. While `hang` is there, a look at the site takes the lock and hangs.
 */
const wrapper = (terraform: string) => `#!/usr/bin/env node
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const TERRAFORM = ${JSON.stringify(terraform)};
const args = process.argv.slice(2);
const isShow = args.includes('show');
const read = name => {
  try {
    return fs.readFileSync(path.join(__dirname, name), 'utf8');
  } catch {
    return undefined;
  }
};

async function main() {
  if (args.includes('-refresh-only')) {
    if (read('fail') !== undefined) {
      const diagnostic = { severity: 'error', summary: read('fail'), detail: '' };
      process.stdout.write(
        JSON.stringify({ '@message': 'Error', type: 'diagnostic', diagnostic }) + '\\n',
      );
      return 1;
    }
    if (read('hang') !== undefined) {
      const { TF_HTTP_USERNAME: user, TF_HTTP_PASSWORD: token } = process.env;
      const { status } = await fetch(process.env.TF_HTTP_LOCK_ADDRESS, {
        method: 'POST',
        headers: {
          authorization: 'Basic ' + Buffer.from(user + ':' + token).toString('base64'),
        },
        body: JSON.stringify({ ID: 'hanging', Operation: 'OperationTypePlan' }),
      });
      fs.writeFileSync(path.join(__dirname, 'hanging'), String(status));
      await new Promise(resolve => setTimeout(resolve, 600_000));
    }
  }
  const { status, stdout } = spawnSync(
    TERRAFORM,
    args,
    { stdio: ['ignore', isShow ? 'pipe' : 'inherit', 'inherit'], maxBuffer: 2 ** 28 },
  );
  if (!isShow) return status;
  const shown = JSON.parse(stdout);
  const { drift = [], repair = [] } = JSON.parse(read('found.json') ?? '{}');
  shown.resource_drift = drift;
  if (repair.length > 0) shown.resource_changes = repair;
  process.stdout.write(JSON.stringify(shown));
  return status;
}

main().then(status => {
  process.exitCode = status ?? 1;
});
`;

/** What became of the one resource of a site; `null` when it is gone. */
type Values = Record<string, unknown> | null;

/** A stack `site-aws` of one resource, and a Terraform that finds it drifted. */
export class DriftingTerraform {
  static async into(directory: string): Promise<DriftingTerraform> {
    const copy = await TerraformCopy.into(directory);
    await copy.addStack('site-aws', 'true');
    const binary = path.join(directory, 'drifting-terraform');
    // A run knows nothing of the portal's own environment.
    const real = process.env.FREEHOLD_TERRAFORM ?? 'terraform';
    await fs.writeFile(binary, wrapper(real), { mode: 0o755 });
    return new DriftingTerraform(directory, copy.directory, binary);
  }

  private constructor(
    private readonly folder: string,
    /** Of stacks and modules. */
    readonly directory: string,
    readonly binary: string,
  ) {}

  /**
   * From now on every look at a site finds this.
   *
   * @param found.left - what differs, but is left to others
   * @param found.sensitive - names of attributes
   */
  async find(found: {
    was: Values;
    is: Values;
    left?: Record<string, unknown>;
    sensitive?: string[];
  }): Promise<void> {
    const { was, is, left = {}, sensitive = [] } = found;
    const marks = Object.fromEntries(sensitive.map(name => [name, true]));
    const change = (before: Values, after: Values) => ({
      address: ADDRESS,
      mode: 'managed',
      type: 'terraform_data',
      name: 'script',
      change: {
        actions: after ? ['update'] : ['delete'],
        before,
        after,
        after_unknown: {},
        before_sensitive: marks,
        after_sensitive: marks,
      },
    });
    const repaired = change(is, was);
    if (!is) repaired.change.actions = ['create'];
    await this.write('found.json', {
      drift: [change(was, is && { ...is, ...left })],
      repair: [repaired],
    });
  }

  /** Everything is as it was brought about. */
  async findNothing(): Promise<void> {
    await this.remove('found.json');
  }

  /** A look at a site fails with these words. */
  async failWith(words: string): Promise<void> {
    await fs.writeFile(path.join(this.folder, 'fail'), words);
  }

  async hang(): Promise<void> {
    await this.write('hang', true);
  }

  /** Whoever hangs goes on doing so; the next one does not. */
  async hangNoMore(): Promise<void> {
    await this.remove('hang');
  }

  /** Whether one hangs, with the lock of its site. */
  async isHanging(): Promise<boolean> {
    const status = await fs
      .readFile(path.join(this.folder, 'hanging'), 'utf8')
      .catch(() => '');
    return status === '200';
  }

  private write(name: string, content: unknown): Promise<void> {
    return fs.writeFile(path.join(this.folder, name), JSON.stringify(content));
  }

  private remove(name: string): Promise<void> {
    return fs.rm(path.join(this.folder, name), { force: true });
  }
}
