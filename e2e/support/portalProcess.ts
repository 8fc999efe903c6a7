import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.join(__dirname, '../..');

/** Starts a script of the repository in a process of its own. */
export function startScript(script: string, args: string[] = []): ChildProcess {
  return spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Waits for a line that a process prints, and returns what it captures. */
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

/** A portal ends with its standard input. */
export async function stopPortal(portal: ChildProcess): Promise<void> {
  portal.stdin!.end();
  await once(portal, 'exit');
}
