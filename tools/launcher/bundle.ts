import fs from 'node:fs';
import path from 'node:path';
import { ranOutOfDisk, runCommand } from '../bootstrap/command.mjs';
import { requireDiskSpace } from '../bootstrap/diskSpace.mjs';
import { waitForLock } from '../bootstrap/fileLock.mjs';
import { fingerprint, sourceFiles } from '../bootstrap/fingerprint.mjs';
import { cache, logs, root } from '../bootstrap/paths.mjs';
import { Problem } from '../bootstrap/problem.mjs';
import { isAlive, startTimeOf } from '../bootstrap/processIdentity.mjs';
import { step } from '../bootstrap/progress.mjs';
import { backstageCli } from './backstageCli.ts';
import { interrupted } from './shutdown.ts';

const NEEDED_MEGABYTES = 500;
const builds = path.join(cache, 'builds');
const entries = path.join(import.meta.dirname, 'entry');

/** A built portal, ready to be run by plain Node. */
export interface Bundle {
  folder: string;
  /** Script that starts the backend, which serves the frontend. */
  backend: string;
  /** Script that makes the first operator. */
  operatorCreate: string;
  /** Script that checks the audit trails. */
  auditVerify: string;
  /** Script that brings a file of charges in. */
  costsImport: string;
}

/**
 * Builds the portal, unless these very sources already are, and keeps the
 * result from being tidied away while this process lives.
 */
export async function bringBundle(): Promise<Bundle> {
  const hash = fingerprint(sources(), [process.version]).slice(0, 16);
  const folder = path.join(builds, hash);
  const lock = await waitForLock(path.join(cache, 'build.lock'), holder =>
    process.stderr.write(
      `  … waiting for the build of process ${holder.pid}\n`,
    ),
  );
  try {
    if (!fs.existsSync(folder)) {
      requireDiskSpace(root, NEEDED_MEGABYTES, 'build the portal');
      await step('Building the portal', () => build(folder));
    }
    removeUnused(folder);
    markInUse(folder);
  } finally {
    lock.release();
  }
  return {
    folder,
    backend: path.join(folder, 'backend.mjs'),
    operatorCreate: path.join(folder, 'operatorCreate.mjs'),
    auditVerify: path.join(folder, 'auditVerify.mjs'),
    costsImport: path.join(folder, 'costsImport.mjs'),
  };
}

function sources() {
  return [
    ...['packages', 'plugins'].flatMap(name =>
      sourceFiles(path.join(root, name)),
    ),
    ...sourceFiles(entries),
    ...[
      'yarn.lock',
      'tsconfig.json',
      'backstage.json',
      'package.json',
      'app-config.yaml',
    ].map(name => path.join(root, name)),
  ].filter(file => !/\.test\.tsx?$|\.md$/.test(file));
}

async function build(folder: string) {
  const logFile = path.join(logs, 'build.log');
  const backend = path.join(root, 'packages/backend');
  const code = await runCommand(
    process.execPath,
    [backstageCli, 'package', 'build'],
    { cwd: backend, env: process.env, logFile, signal: interrupted },
  );
  interrupted.throwIfAborted();
  if (code !== 0) {
    throw new Problem(
      ranOutOfDisk(logFile)
        ? 'the disk is full. Free some space and run the command again.'
        : `the portal could not be built. What is wrong is at the end of ${logFile}.`,
    );
  }
  const draft = `${folder}.draft`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true });
  await unpack(path.join(backend, 'dist/bundle.tar.gz'), draft);
  fs.rmSync(path.join(backend, 'dist'), { recursive: true });
  linkWorkspaces(draft);
  fs.cpSync(entries, draft, { recursive: true });
  fs.renameSync(draft, folder);
}

async function unpack(archive: string, folder: string) {
  const code = await runCommand('tar', ['xzf', archive, '-C', folder]);
  if (code !== 0) throw new Error(`tar ended with ${code} on ${archive}`);
}

/**
 * The built packages must win over their sources, which the checkout's
 * node_modules links to; all other packages are found there.
 */
function linkWorkspaces(folder: string) {
  for (const group of ['packages', 'plugins']) {
    const parent = path.join(folder, group);
    if (!fs.existsSync(parent)) continue;
    for (const directory of fs.readdirSync(parent)) {
      const workspace = path.join(parent, directory);
      const { name } = JSON.parse(
        fs.readFileSync(path.join(workspace, 'package.json'), 'utf8'),
      );
      const link = path.join(folder, 'node_modules', name);
      fs.mkdirSync(path.dirname(link), { recursive: true });
      fs.symlinkSync(path.relative(path.dirname(link), workspace), link);
      linkOwnModules(path.join(root, group, directory), workspace);
    }
  }
}

/** Versions that only this workspace uses are installed inside of it. */
function linkOwnModules(source: string, workspace: string) {
  const modules = path.join(source, 'node_modules');
  if (!fs.existsSync(modules)) return;
  fs.symlinkSync(modules, path.join(workspace, 'node_modules'));
}

function markInUse(folder: string) {
  const users = path.join(folder, 'users');
  fs.mkdirSync(users, { recursive: true });
  const user = { pid: process.pid, startTime: startTimeOf(process.pid) };
  const file = path.join(users, String(process.pid));
  fs.writeFileSync(file, JSON.stringify(user));
}

function removeUnused(current: string) {
  for (const name of fs.readdirSync(builds)) {
    const folder = path.join(builds, name);
    if (folder === current || isInUse(folder)) continue;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function isInUse(folder: string) {
  const users = path.join(folder, 'users');
  if (!fs.existsSync(users)) return false;
  return fs
    .readdirSync(users)
    .map(name => JSON.parse(fs.readFileSync(path.join(users, name), 'utf8')))
    .some(isAlive);
}
