import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from '../../bootstrap/command.mjs';
import { describeFailure, failed, type Outcome } from '../Part.ts';

/**
 * Runs `terraform test` of a module or stack that is initialised already.
 *
 * Its output goes through a file: this process must stay free to answer what
 * the provider asks of the double of the cloud.
 *
 * @param options.name - what messages call the folder
 */
export async function runTerraformTests(options: {
  binary: string;
  env: NodeJS.ProcessEnv;
  folder: string;
  name: string;
  signal: AbortSignal;
}): Promise<Outcome> {
  const { binary, env, folder, name, signal } = options;
  const logFile = path.join(folder, 'tests.log');
  await runCommand(binary, ['test', '-json'], {
    cwd: folder,
    env,
    signal,
    logFile,
  });
  const messages = fs
    .readFileSync(logFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(parse);
  const summary = messages.map(each => each.test_summary).find(Boolean);
  const problems = messages.filter(
    each => each.diagnostic?.severity === 'error' || !each.type,
  );
  process.stdout.write(
    `${name}: ${summary ? `${summary.passed} tests of Terraform passed, ${summary.failed + summary.errored} failed` : 'the tests ended without a summary'}\n`,
  );
  const failures = problems.map(each =>
    describeFailure(
      `${name}: ${each['@testrun'] ?? each['@message']}`,
      each.diagnostic?.detail,
    ),
  );
  if (!summary) return { ...failed(), failures };
  return {
    passed: summary.passed,
    failed: summary.failed + summary.errored,
    notRun: summary.skipped,
    failures,
  };
}

/** What is no message of Terraform's is an error of somebody else. */
function parse(line: string): Record<string, any> {
  try {
    return JSON.parse(line);
  } catch {
    return { '@message': line };
  }
}
