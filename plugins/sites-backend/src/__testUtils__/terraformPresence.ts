import { execFileSync } from 'node:child_process';

/**
 * `describe` for suites that need a real Terraform. Without one they are shown
 * as skipped, by name, so that nobody takes them for passed.
 */
export const describeWithTerraform = isTerraformPresent()
  ? describe
  : describe.skip;

function isTerraformPresent(): boolean {
  try {
    execFileSync(process.env.FREEHOLD_TERRAFORM ?? 'terraform', ['version'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
