import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.join(__dirname, '../..');

export interface OwnPortal {
  url: string;
  stop(): Promise<void>;
}

/**
 * A portal of a test's own, on a fresh folder and a free port.
 *
 * @param settings - over those of app-config.yaml; a key is a path with
 *   underscores
 */
export async function startOwnPortal(
  settings: Record<string, unknown>,
): Promise<OwnPortal> {
  const portal = startScript(path.join(__dirname, 'ownPortal.mjs'), [
    JSON.stringify(settings),
  ]);
  return {
    url: await lineOf(portal, /^PORTAL (.*)$/),
    stop: async () => {
      portal.stdin!.end();
      await once(portal, 'exit');
    },
  };
}

/** A script of the repository as a process that ends with its input. */
export function startScript(script: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** What the first line that matches says; the first group of the pattern. */
export async function lineOf(
  child: ChildProcess,
  wanted: RegExp,
): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    const match = wanted.exec(line);
    if (match) {
      child.stdout!.resume();
      return match[1];
    }
  }
  throw new Error('A process of the test ended before it was ready');
}
