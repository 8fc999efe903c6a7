import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { promises as fs } from 'node:fs';
import path from 'node:path';

const PUBLISH = 'modules/local-site/publish.sh';
const original = resolvePackagePath(
  '@freehold/plugin-sites-backend',
  '../../terraform',
);

const SCRIPT_STACK = `
terraform {
  backend "http" {}
}

resource "terraform_data" "script" {
  provisioner "local-exec" {
    command = "/bin/sh '\${path.module}/script.sh'"
  }
}

output "endpoints" { value = ["http://127.0.0.1:9"] }
output "health_url" { value = "http://127.0.0.1:9" }
output "cost_labels" { value = {} }
output "dns_records" { value = [] }
`;

/** The terraform folder of the repository, copied to be spoilt. */
export class TerraformCopy {
  static async into(directory: string): Promise<TerraformCopy> {
    const copy = path.join(directory, 'terraform');
    await fs.cp(original, copy, { recursive: true });
    return new TerraformCopy(copy);
  }

  private constructor(readonly directory: string) {}

  /**
   * Has a stack of which all that happens is a piece of shell, in the place of
   * one that has the name.
   */
  async addStack(name: string, script: string): Promise<void> {
    const stack = path.join(this.directory, 'stacks', name);
    await fs.rm(stack, { recursive: true, force: true });
    await fs.mkdir(stack, { recursive: true });
    await fs.writeFile(path.join(stack, 'script.sh'), script);
    await fs.writeFile(path.join(stack, 'main.tf'), SCRIPT_STACK);
  }

  /** Has a line of shell run before a local site is published. */
  async publishAfter(line: string): Promise<void> {
    const published = await fs.readFile(path.join(original, PUBLISH), 'utf8');
    await fs.writeFile(
      path.join(this.directory, PUBLISH),
      `${line}\n${published}`,
    );
  }
}
