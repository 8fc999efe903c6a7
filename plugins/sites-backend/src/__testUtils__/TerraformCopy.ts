import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { promises as fs } from 'node:fs';
import path from 'node:path';

const PUBLISH = 'modules/local-site/publish.sh';
const original = resolvePackagePath(
  '@freehold/plugin-sites-backend',
  '../../terraform',
);

/** The terraform folder of the repository, copied to be spoilt. */
export class TerraformCopy {
  static async into(directory: string): Promise<TerraformCopy> {
    const copy = path.join(directory, 'terraform');
    await fs.cp(original, copy, { recursive: true });
    return new TerraformCopy(copy);
  }

  private constructor(readonly directory: string) {}

  /** Has a line of shell run before a local site is published. */
  async publishAfter(line: string): Promise<void> {
    const published = await fs.readFile(path.join(original, PUBLISH), 'utf8');
    await fs.writeFile(
      path.join(this.directory, PUBLISH),
      `${line}\n${published}`,
    );
  }
}
