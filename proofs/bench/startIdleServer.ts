import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Something to send requests to that costs nothing; see idleServer.ts. */
export async function startIdleServer(): Promise<{
  url: string;
  stop(): void;
}> {
  const child = fork(path.join(import.meta.dirname, 'idleServer.ts'));
  const [port] = await once(child, 'message');
  return { url: `http://localhost:${port}`, stop: () => child.kill() };
}
