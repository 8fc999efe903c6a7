import { runCommand } from '../../bootstrap/command.mjs';
import { root } from '../../bootstrap/paths.mjs';
import { interrupted } from '../../launcher/shutdown.ts';
import { failed, passed, type Outcome } from '../Part.ts';

/** Runs a script on our Node, with its output on the terminal. */
export function runScript(
  script: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<number> {
  return runCommand(process.execPath, [script, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, CI: '1', ...options.env },
    signal: interrupted,
  });
}

/** One check that is a script's exit code. */
export async function checkByScript(
  script: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return (await runScript(script, args, options)) === 0 ? passed() : failed();
}
