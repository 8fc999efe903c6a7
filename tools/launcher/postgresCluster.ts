import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import type { DatabaseUser } from './databaseUser.ts';
import { findPostgresBinaries } from './postgresBinaries.ts';

/** PostgreSQL's own language would make its messages unreadable to us. */
export const postgresEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  LC_MESSAGES: 'C',
  TZ: 'UTC',
};

/**
 * Makes a new cluster that asks every connection for a password.
 *
 * @param folder - replaced when a start that died has left it half made
 * @param quick - do not wait for the disk; for data that nobody will miss
 */
export function createCluster(
  folder: string,
  user: DatabaseUser,
  superuserPassword: string,
  quick = false,
): void {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(
    path.dirname(folder),
    `password-${crypto.randomUUID()}`,
  );
  fs.writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  try {
    if (user.uid !== undefined && user.gid !== undefined) {
      fs.chownSync(folder, user.uid, user.gid);
      fs.chownSync(passwordFile, user.uid, user.gid);
    }
    runInitdb(folder, passwordFile, user, quick);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function runInitdb(
  folder: string,
  passwordFile: string,
  user: DatabaseUser,
  quick: boolean,
) {
  const result = spawnSync(
    path.join(findPostgresBinaries(), 'initdb'),
    [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(quick ? ['--no-sync'] : []),
    ],
    { ...user, cwd: '/', encoding: 'utf8', env: postgresEnvironment },
  );
  if (result.status === 0) return;
  const output = `${result.stderr}${result.stdout}`;
  if (output.includes('No space left on device')) {
    throw new Problem(
      'the disk is full. Free some space and run the command again.',
    );
  }
  throw new Problem(
    `PostgreSQL could not be set up in ${folder}: ${
      result.error?.message ?? firstComplaint(output)
    }. Give another folder with --data.`,
  );
}

function firstComplaint(output: string) {
  const line = output
    .split('\n')
    .find(text => /error|fatal|could not|cannot/i.test(text));
  return line?.replace(/^.*?(error|FATAL): */i, '').trim() || 'no reason given';
}
