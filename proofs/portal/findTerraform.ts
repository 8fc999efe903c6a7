import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Absolute path of the terraform to run, or undefined when there is none. */
export function findTerraform(): string | undefined {
  const candidates = process.env.FREEHOLD_TERRAFORM
    ? [process.env.FREEHOLD_TERRAFORM]
    : (process.env.PATH ?? '')
        .split(path.delimiter)
        .map(folder => path.join(folder, 'terraform'));
  return candidates.find(file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
