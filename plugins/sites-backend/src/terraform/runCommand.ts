import { execa, type ExecaChildProcess } from 'execa';
import { createInterface } from 'node:readline';
import type { RunDirectory } from './RunDirectory';

export interface CommandOptions {
  directory: RunDirectory;
  /** The whole environment: nothing of the portal's own gets through. */
  environment: Record<string, string>;
  onLine(stream: 'stdout' | 'stderr', line: string): void;
  /** Ends the command: SIGINT to its whole group, and after the grace SIGKILL. */
  signal: AbortSignal;
  /** Asked when it is time: not every reason to stop can wait as long. */
  graceMilliseconds(): number;
  /** Keeps standard output for the caller instead of handing it to `onLine`. */
  captureOutput?: boolean;
}

export interface CommandResult {
  /** Undefined when a signal ended it. */
  exitCode?: number;
  output: string;
}

// The shell writes its number down before it becomes the command, so that no
// crash of the portal can leave a command behind that nobody knows.
const WRITE_GROUP_AND_EXEC = 'echo $$ > "$0" && exec "$@"';

/**
 * Runs a command as leader of a process group of its own, and returns once the
 * whole group is gone.
 *
 * @throws when the command cannot be started
 */
export async function runCommand(
  command: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  if (options.signal.aborted) {
    return { output: '' };
  }
  const child = execa(
    '/bin/sh',
    ['-c', WRITE_GROUP_AND_EXEC, options.directory.processFile, ...command],
    {
      cwd: options.directory.path,
      env: options.environment,
      extendEnv: false,
      detached: true,
      cleanup: false,
      reject: false,
      stdin: 'ignore',
      buffer: false,
    },
  );
  const output = collectOutput(child, options);
  const stopWatching = endOnAbort(child, options);
  try {
    const result = await child;
    await output.closed;
    return { exitCode: result.exitCode, output: output.text() };
  } finally {
    stopWatching();
    signalGroup(child, 'SIGKILL');
  }
}

function collectOutput(child: ExecaChildProcess, options: CommandOptions) {
  const chunks: Buffer[] = [];
  const closed: Promise<unknown>[] = [];
  const readLines = (stream: 'stdout' | 'stderr') => {
    const lines = createInterface({ input: child[stream]! });
    lines.on('line', line => options.onLine(stream, line));
    closed.push(new Promise(resolve => lines.once('close', resolve)));
  };
  if (options.captureOutput) {
    child.stdout!.on('data', chunk => chunks.push(chunk));
    closed.push(new Promise(resolve => child.stdout!.once('close', resolve)));
  } else {
    readLines('stdout');
  }
  readLines('stderr');
  return {
    closed: Promise.all(closed),
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

function endOnAbort(
  child: ExecaChildProcess,
  { signal, graceMilliseconds }: CommandOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    signalGroup(child, 'SIGINT');
    timer = setTimeout(
      () => signalGroup(child, 'SIGKILL'),
      graceMilliseconds(),
    );
  };
  signal.addEventListener('abort', end, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  };
}

function signalGroup(child: ExecaChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // The group is gone.
  }
}
