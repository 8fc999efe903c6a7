import fs from 'node:fs';
import {
  descendantsOf,
  isAlive,
  startTimeOf,
} from '../bootstrap/processIdentity.mjs';
import { signalGroup } from '../bootstrap/command.mjs';

/** A process that we started; the start time tells it from a later namesake. */
export interface OwnedProcess {
  kind: 'portal' | 'postgres';
  pid: number;
  startTime?: string;
}

const PORTAL_GRACE_MS = 5000;
const LEFTOVER_GRACE_MS = 1500;
const POSTGRES_GRACE_MS = 2000;

/** Notes a process in the data folder, for a start after a crash of ours. */
export function recordProcess(
  file: string,
  kind: OwnedProcess['kind'],
  pid: number,
): OwnedProcess {
  const owned = { kind, pid, startTime: startTimeOf(pid) };
  write(file, [...readProcesses(file).filter(isAlive), owned]);
  return owned;
}

/**
 * Ends what an earlier start left running when it was killed itself.
 *
 * @returns how many processes there were
 */
export async function endLeftovers(file: string): Promise<number> {
  const left = readProcesses(file).filter(isAlive);
  // The portal first: it still wants to tell its database something.
  for (const owned of left.filter(({ kind }) => kind === 'portal')) {
    await endPortal(owned);
  }
  for (const owned of left.filter(({ kind }) => kind === 'postgres')) {
    await endPostgres(owned);
  }
  write(file, []);
  return left.length;
}

/** Ends a portal and everything it has started, in at most seven seconds. */
export async function endPortal(portal: OwnedProcess): Promise<void> {
  let family = familyOf(portal.pid);
  signal(portal, 'SIGTERM');
  await waitForEnd([portal], PORTAL_GRACE_MS);
  if (isAlive(portal)) {
    family = [...family, ...familyOf(portal.pid)];
    signalGroup(portal.pid, 'SIGKILL');
  }
  // Runs of Terraform have groups of their own and outlive the portal. An
  // interrupt lets them write down what they did; the next start reads it.
  family.filter(isAlive).forEach(member => signal(member, 'SIGINT'));
  await waitForEnd(family, LEFTOVER_GRACE_MS);
  family.filter(isAlive).forEach(member => signal(member, 'SIGKILL'));
}

/** Ends PostgreSQL: fast, then immediate, which costs a recovery, then killed. */
export async function endPostgres(postgres: OwnedProcess): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(postgres, name);
    await waitForEnd([postgres], POSTGRES_GRACE_MS);
    if (!isAlive(postgres)) return;
  }
}

function familyOf(pid: number) {
  return descendantsOf(pid).map(member => ({
    pid: member,
    startTime: startTimeOf(member),
  }));
}

function signal(
  target: { pid: number; startTime?: string },
  name: NodeJS.Signals,
) {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function waitForEnd(
  targets: { pid: number; startTime?: string }[],
  limitMs: number,
) {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline && targets.some(isAlive)) {
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

function readProcesses(file: string): OwnedProcess[] {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    // Only a crash of this machine leaves half a file, and then nothing runs.
    return [];
  }
}

function write(file: string, processes: OwnedProcess[]) {
  fs.writeFileSync(file, JSON.stringify(processes), { mode: 0o600 });
}
