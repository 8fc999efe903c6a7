import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import type { DatabaseUser } from './databaseUser.ts';
import { endPostgres, type OwnedProcess } from './ownedProcesses.ts';
import { findFreePort } from './ports.ts';
import { findPostgresBinaries } from './postgresBinaries.ts';
import { postgresEnvironment } from './postgresCluster.ts';

const READY_LIMIT_MS = 60_000;

export interface PostgresServer {
  /** On loopback only; there is no socket. */
  port: number;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  cluster: string;
  user: DatabaseUser;
  logFile: string;
  /** Do not wait for the disk; for data that nobody will miss. */
  quick?: boolean;
  /** PEM files, readable by `user` only; without them there is no TLS. */
  tls?: { certificate: string; key: string };
  /** Called as soon as the process exists, long before it is ready. */
  onSpawn(pid: number): OwnedProcess;
}

/** A server that ended before it was ready, and what it said last. */
export class PostgresFailure extends Error {
  name = 'PostgresFailure';
}

/** Starts PostgreSQL on a free port and waits until it takes connections. */
export async function startServer(
  options: PostgresOptions,
): Promise<PostgresServer> {
  const port = await findFreePort();
  rotate(options.logFile);
  const log = fs.openSync(options.logFile, 'a', 0o600);
  const logStart = fs.fstatSync(log).size;
  const child = spawn(
    path.join(findPostgresBinaries(), 'postgres'),
    ['-D', options.cluster, '-p', String(port), ...settings(options)],
    {
      ...options.user,
      cwd: '/',
      env: postgresEnvironment,
      // Away from the terminal's group: Ctrl-C must reach the portal first.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  fs.closeSync(log);
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () =>
      reject(new PostgresFailure(lastComplaint(options.logFile, logStart))),
    );
  });
  const owned = options.onSpawn(child.pid!);
  try {
    await Promise.race([waitUntilReady(options.cluster, child.pid!), failed]);
  } catch (error) {
    await endPostgres(owned);
    throw error;
  } finally {
    // From now on an end is the business of whoever uses the server, and the
    // log may be gone before it.
    child.removeAllListeners('exit');
    child.on('error', () => {});
  }
  return { port, stop: () => endPostgres(owned) };
}

function settings({ quick, tls }: PostgresOptions) {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %q%u@%d ',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(quick && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
    ...(tls && {
      ssl: 'on',
      ssl_cert_file: tls.certificate,
      ssl_key_file: tls.key,
    }),
  };
  return Object.entries(values).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
}

/** The server writes its state into its pid file, after its own pid. */
async function waitUntilReady(cluster: string, pid: number) {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline) {
    const lines = readPidFile(cluster);
    if (lines[0] === String(pid) && lines[7]?.trim() === 'ready') return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Problem(
    `PostgreSQL was not ready after ${READY_LIMIT_MS / 1000} s. Run the command again when the machine is less busy.`,
  );
}

function readPidFile(cluster: string): string[] {
  try {
    return fs
      .readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
      .split('\n');
  } catch {
    return [];
  }
}

function lastComplaint(logFile: string, from: number): string {
  const lines = fs.readFileSync(logFile).subarray(from).toString().split('\n');
  const grave = lines.filter(line =>
    /FATAL|PANIC|could not|postgres:/.test(line),
  );
  return (grave[0] ?? lines[0] ?? '')
    .replace(/^.*?(FATAL|PANIC|ERROR|LOG|postgres): */, '')
    .trim();
}

const ROTATE_BYTES = 10 * 1024 * 1024;

/** Keeps one older log, so that logs never fill the disk. */
export function rotate(logFile: string): void {
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > ROTATE_BYTES) {
    fs.renameSync(logFile, `${logFile}.1`);
  }
}
