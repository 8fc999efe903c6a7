import { execa, type ExecaChildProcess } from 'execa';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutputFile } from './OutputFile';
import type { RunDirectory } from './RunDirectory';

export interface CommandOptions {
  directory: RunDirectory;
  /** The whole environment: nothing of the portal's own gets through. */
  environment: Record<string, string>;
  onLine(stream: 'stdout' | 'stderr', line: string): void;
  /** Ends the command: SIGINT to its whole group, and after the grace SIGKILL. */
  signal: AbortSignal;
  /** Ends the whole group by SIGKILL, at once. */
  killSignal: AbortSignal;
  /** Asked when it is time: not every reason to stop can wait as long. */
  graceMilliseconds(): number;
}

// The shell writes its number down before it becomes the command, so that no
// crash of the portal can leave a command behind that nobody knows.
const WRITE_GROUP_AND_EXEC = 'echo $$ > "$0" && exec "$@"';

const FOLLOW_MILLISECONDS = 50;

/**
 * Runs a command as leader of a process group of its own, and returns once the
 * whole group is gone. The command does not notice when the portal dies.
 *
 * @returns its exit code; undefined when a signal ended it
 * @throws when the command cannot be started
 */
export async function runCommand(
  command: readonly string[],
  options: CommandOptions,
): Promise<number | undefined> {
  if (options.signal.aborted) {
    return undefined;
  }
  const { directory } = options;
  const outputs = await Promise.all(
    (['stdout', 'stderr'] as const).map(stream =>
      OutputFile.create(path.join(directory.path, stream), line =>
        options.onLine(stream, line),
      ),
    ),
  );
  const ended = new AbortController();
  const following = followOutputs(outputs, ended.signal);
  try {
    return await execute(command, options, outputs);
  } finally {
    ended.abort();
    await following;
    for (const output of outputs) {
      await output.close();
    }
  }
}

async function execute(
  command: readonly string[],
  options: CommandOptions,
  [stdout, stderr]: OutputFile[],
): Promise<number | undefined> {
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
      stdio: ['ignore', stdout.descriptor, stderr.descriptor],
    },
  );
  const stopWatching = endOnAbort(child, options);
  try {
    const { exitCode } = await child;
    return exitCode;
  } finally {
    stopWatching();
    signalGroup(child, 'SIGKILL');
  }
}

async function followOutputs(
  outputs: OutputFile[],
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    for (const output of outputs) {
      await output.readOn();
    }
    await sleep(FOLLOW_MILLISECONDS, undefined, { signal: ended }).catch(
      () => undefined,
    );
  }
}

function endOnAbort(
  child: ExecaChildProcess,
  { signal, killSignal, graceMilliseconds }: CommandOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    signalGroup(child, 'SIGINT');
    timer = setTimeout(
      () => signalGroup(child, 'SIGKILL'),
      graceMilliseconds(),
    );
  };
  const kill = () => signalGroup(child, 'SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  killSignal.addEventListener('abort', kill, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    killSignal.removeEventListener('abort', kill);
  };
}

function signalGroup(child: ExecaChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // The group is gone.
  }
}
