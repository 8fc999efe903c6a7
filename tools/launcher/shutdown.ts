import { failWith } from '../bootstrap/problem.mjs';

type Stop = () => Promise<void> | void;

const stops: Stop[] = [];
const interruption = new AbortController();
let running: Promise<void> | undefined;

/** Aborted as soon as the command is to end early. */
export const interrupted = interruption.signal;

/** Registers how to stop something that was just started; last in, first out. */
export function onShutdown(stop: Stop): void {
  stops.push(stop);
}

/** Stops everything that was started. Calling it again waits for the first. */
export function shutDown(): Promise<void> {
  running ??= stopAll();
  return running;
}

/**
 * Runs a command so that it never leaves anything behind: it is stopped by
 * Ctrl-C, by a closing terminal, by SIGTERM and by the death of the bootstrap
 * that launched it.
 *
 * @param work - resolves to the exit code
 */
export async function runUntilStopped(
  work: () => Promise<number>,
): Promise<never> {
  const stop = () => {
    interruption.abort();
    void shutDown().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
  process.on('disconnect', stop);
  // Writing to a closed terminal must not end the process halfway.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {});
  }
  try {
    const code = await work();
    await shutDown();
    process.exit(code);
  } catch (error) {
    await shutDown();
    if (interrupted.aborted) process.exit(130);
    failWith(error);
  }
}

async function stopAll() {
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    try {
      await stop();
    } catch (error) {
      process.stderr.write(`  could not stop cleanly: ${error}\n`);
    }
  }
}
