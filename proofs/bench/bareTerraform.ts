import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findTerraform } from '../portal/findTerraform.ts';
import { repository } from '../portal/Portal.ts';

const run = promisify(execFile);

/** @throws Error when it is not installed */
export function requireTerraform(): string {
  const terraform = findTerraform();
  if (!terraform) {
    throw new Error('terraform is not installed: put it on PATH and try again');
  }
  return terraform;
}

/** A local site by hand: what a person would type, in a copy of the stack. */
export class BareSite {
  static async create(name: string): Promise<BareSite> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'freehold-bare-'));
    await cp(
      path.join(repository, 'terraform'),
      path.join(folder, 'terraform'),
      { recursive: true },
    );
    const site = new BareSite(folder, name);
    await writeFile(
      path.join(site.stack, 'backend_override.tf'),
      'terraform {\n  backend "local" {}\n}\n',
    );
    await site.write(0);
    return site;
  }

  private readonly folder: string;
  private readonly name: string;

  private constructor(folder: string, name: string) {
    this.folder = folder;
    this.name = name;
  }

  /** Gives it content of its own, which the next apply publishes. */
  async write(release: number): Promise<void> {
    const source = path.join(this.folder, 'content');
    await mkdir(source, { recursive: true });
    await writeFile(path.join(source, 'index.html'), `<h1>${release}</h1>`);
    await writeFile(
      path.join(this.stack, 'terraform.tfvars.json'),
      JSON.stringify({
        tenant: 'bare',
        site: { id: this.name, name: this.name, product: 'website' },
        location: 'this-machine',
        size: 'small',
        local: {
          publish_directory: path.join(this.folder, 'published'),
          source,
          release: release.toString(16).padStart(64, '0'),
          address: `http://${this.name}.bare.localhost/`,
        },
      }),
    );
  }

  /** @returns how long the three commands took, in milliseconds */
  async apply(options: { destroy?: boolean } = {}): Promise<number> {
    const terraform = requireTerraform();
    const start = performance.now();
    for (const args of [
      ['init', '-input=false'],
      [
        'plan',
        '-input=false',
        '-out=plan',
        ...(options.destroy ? ['-destroy'] : []),
      ],
      ['apply', '-input=false', 'plan'],
    ]) {
      await run(terraform, args, {
        cwd: this.stack,
        env: { ...process.env, CHECKPOINT_DISABLE: '1' },
      });
    }
    return performance.now() - start;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private get stack(): string {
    return path.join(this.folder, 'terraform/stacks/site-local');
  }
}
