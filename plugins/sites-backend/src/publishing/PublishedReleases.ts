import { promises as fs } from 'node:fs';
import path from 'node:path';

const MOST_ENTRIES = 10_000;

/** The releases that stacks published on this machine. */
export class PublishedReleases {
  /** Releases are named after their content, so each is looked at once. */
  private readonly plain = new Set<string>();

  /** @param root - directory of all published sites */
  constructor(private readonly root: string) {}

  /** Directory of the site's present release, if it is published. */
  async find(site: {
    tenant: string;
    name: string;
  }): Promise<string | undefined> {
    const directory = path.join(this.root, site.tenant, site.name);
    const target = await fs
      .readlink(path.join(directory, 'current'))
      .catch(() => undefined);
    if (!target || !/^releases\/[0-9a-f]{64}$/.test(target)) {
      return undefined;
    }
    const release = path.join(directory, target);
    return (await this.isPlain(release)) ? release : undefined;
  }

  /** A link could lead out of the release; none was ever let in, see to it. */
  private async isPlain(release: string): Promise<boolean> {
    if (this.plain.has(release)) {
      return true;
    }
    const entries = await fs
      .readdir(release, { recursive: true, withFileTypes: true })
      .catch(() => undefined);
    if (!entries?.every(entry => entry.isFile() || entry.isDirectory())) {
      return false;
    }
    if (this.plain.size >= MOST_ENTRIES) {
      this.plain.clear();
    }
    this.plain.add(release);
    return true;
  }
}
