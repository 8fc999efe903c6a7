import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { Problem } from '../bootstrap/problem.mjs';
import { endPortal, type OwnedProcess } from './ownedProcesses.ts';
import { rotate } from './postgresServer.ts';

const READY_LIMIT_MS = 180_000;
const POLL_MS = 150;

export interface PortalProcess {
  pid: number;
  /** Resolves when the process has ended, to how it did: `exit code 1`. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

export interface PortalOptions {
  /** Arguments of Node: the script and its flags. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  port: number;
  logFile: string;
  /** Called as soon as the process exists, long before it is ready. */
  onSpawn(pid: number): OwnedProcess;
}

/** Starts the backend and waits until it says that it is ready. */
export async function startPortalProcess(
  options: PortalOptions,
): Promise<PortalProcess> {
  rotate(options.logFile);
  const log = fs.openSync(options.logFile, 'a', 0o600);
  const logStart = fs.fstatSync(log).size;
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const ended = endOf(child);
  if (child.pid === undefined) {
    throw new Problem(`the portal could not be started: ${await ended}`);
  }
  const { pid } = child;
  const owned = options.onSpawn(pid);
  try {
    await Promise.race([
      waitUntilReady(options.port),
      ended.then(how => {
        throw new Problem(
          `the portal did not start (${how}): ${firstError(options.logFile, logStart)} (log: ${options.logFile})`,
        );
      }),
    ]);
  } catch (error) {
    await endPortal(owned);
    throw error;
  }
  return { pid, ended, stop: () => endPortal(owned) };
}

/** An end by a signal, or a start refused by the system, leaves no log. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
  });
}

function describeEnd(code: number | null, signal: string | null): string {
  if (signal === 'SIGKILL') {
    return 'killed from outside, as the system does when memory runs out';
  }
  return signal ? `ended from outside by ${signal}` : `exit code ${code}`;
}

async function waitUntilReady(port: number) {
  const url = `http://127.0.0.1:${port}/.backstage/health/v1/readiness`;
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Problem(
    `the portal was not ready after ${READY_LIMIT_MS / 1000} s. Run the command again when the machine is less busy.`,
  );
}

/** What the backend said about its end: as JSON, or as an uncaught error. */
function firstError(logFile: string, from: number): string {
  const lines = fs.readFileSync(logFile).subarray(from).toString().split('\n');
  const line =
    lines.findLast(entry => /"level":"error"/.test(entry)) ??
    lines.find(entry => /^\w*Error\b/.test(entry)) ??
    lines.findLast(Boolean) ??
    'it said nothing';
  return messageOf(line).slice(0, 500);
}

function messageOf(line: string) {
  try {
    return String(JSON.parse(line).message).split('\n')[0];
  } catch {
    return line.trim();
  }
}
