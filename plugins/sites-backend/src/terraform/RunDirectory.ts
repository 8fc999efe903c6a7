import { InputError } from '@backstage/errors';
import { promises as fs } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Where one run of a deployment lives on disk, readable by the portal only:
 * a copy of its stack, its content, and whatever Terraform leaves behind. It
 * lives until the state of the run is known to be saved.
 */
export class RunDirectory {
  /**
   * @param root - directory of all runs
   * @param deploymentId - becomes a path, so it must look like one of ours
   */
  static of(root: string, deploymentId: string): RunDirectory {
    if (!/^dep_[0-9a-f-]{36}$/.test(deploymentId)) {
      throw new InputError(`'${deploymentId}' is not a deployment`);
    }
    return new RunDirectory(join(root, deploymentId));
  }

  private constructor(readonly path: string) {}

  get content(): string {
    return join(this.path, 'content');
  }

  get planFile(): string {
    return join(this.path, 'plan.tfplan');
  }

  /** Holds the id of the process group of the command that runs, or ran last. */
  get processFile(): string {
    return join(this.path, 'process');
  }

  stack(name: string): string {
    return join(this.path, 'stacks', name);
  }

  /** Makes it anew, with a copy of the stack and of the modules it uses. */
  async create(terraformDirectory: string, stack: string): Promise<void> {
    await this.remove();
    await fs.mkdir(this.path, { recursive: true, mode: 0o700 });
    for (const part of [`stacks/${stack}`, 'modules']) {
      await fs.cp(join(terraformDirectory, part), join(this.path, part), {
        recursive: true,
        filter: source => basename(source) !== '.terraform',
      });
    }
    await fs.mkdir(this.content);
  }

  async exists(): Promise<boolean> {
    return fs.stat(this.path).then(
      () => true,
      () => false,
    );
  }

  /** The state that Terraform could not save, if it left one. */
  async readErroredState(): Promise<Buffer | undefined> {
    const stacks = join(this.path, 'stacks');
    for (const stack of await fs.readdir(stacks).catch(() => [])) {
      const file = join(stacks, stack, 'errored.tfstate');
      const state = await fs.readFile(file).catch(() => undefined);
      if (state) {
        return state;
      }
    }
    return undefined;
  }

  /**
   * Puts a state aside that could not be taken over, for a person to look at.
   *
   * @returns the file it is in
   */
  async setAside(state: Buffer): Promise<string> {
    const file = `${this.path}.${Date.now()}.tfstate`;
    await fs.writeFile(file, state, { mode: 0o600 });
    return file;
  }

  async remove(): Promise<void> {
    await fs.rm(this.path, { recursive: true, force: true });
  }
}

/** Ids of the deployments that have a directory below `root`. */
export async function listRunDirectories(root: string): Promise<string[]> {
  const names = await fs.readdir(root).catch(() => []);
  return names.filter(name => /^dep_[0-9a-f-]{36}$/.test(name));
}
