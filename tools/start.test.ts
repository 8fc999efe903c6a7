import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { root } from './bootstrap/paths.mjs';
import { isAlive } from './bootstrap/processIdentity.mjs';
import { describeDataFolder } from './launcher/dataFolder.ts';
import { findFreePort } from './launcher/ports.ts';

const START_LIMIT_MS = 240_000;
const STOP_LIMIT_MS = 10_000;

/** `npm start`, without npm. */
class Start {
  private output = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<number>;

  constructor(args: string[], env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(
      process.execPath,
      [path.join(root, 'tools/run.mjs'), 'start', ...args],
      { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', chunk => (this.output += chunk));
    }
    this.exited = new Promise(resolve => {
      this.child.once('exit', code => resolve(code ?? -1));
    });
  }

  async ready(): Promise<string> {
    const deadline = Date.now() + START_LIMIT_MS;
    while (!this.output.includes('Ctrl-C stops it')) {
      assert.equal(this.child.exitCode, null, this.output);
      assert.ok(Date.now() < deadline, `not ready: ${this.output}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return this.output;
  }

  /** Waits for a start that gives up, and returns the line that says why. */
  async problem(): Promise<string> {
    assert.equal(await this.exited, 1, this.output);
    const lines = this.output.trim().split('\n');
    const said = lines.filter(line => line.startsWith('Freehold: '));
    assert.equal(said.length, 1, this.output);
    assert.equal(lines.at(-1), said[0]);
    return said[0];
  }

  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<number> {
    const startedAt = Date.now();
    this.child.kill(signal);
    await this.exited;
    return Date.now() - startedAt;
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-start-'));
fs.chmodSync(folder, 0o711);
const data = describeDataFolder(path.join(folder, 'data'));
let port: number;
let running: Start | undefined;

before(async () => {
  port = await findFreePort();
});

after(async () => {
  await running?.end('SIGTERM');
  fs.rmSync(folder, { recursive: true, force: true });
});

async function start(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  running = new Start(
    ['--port', String(port), '--data', data.path, ...args],
    env,
  );
  return running;
}

function ownedProcesses() {
  return JSON.parse(fs.readFileSync(data.processesFile, 'utf8'));
}

async function isServed() {
  const answer = await fetch(`http://127.0.0.1:${port}/`).catch(
    () => undefined,
  );
  return answer?.ok ?? false;
}

/** Connects as an outsider on this machine would, with or without a password. */
async function connect(user: string, password: string | undefined) {
  const lines = fs
    .readFileSync(path.join(data.cluster, 'postmaster.pid'), 'utf8')
    .split('\n');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(lines[3]),
    user,
    password,
    database: 'freehold',
  });
  await client.connect();
  return client;
}

async function connectAsPortal() {
  const secrets = JSON.parse(fs.readFileSync(data.secretsFile, 'utf8'));
  return connect('freehold', secrets.databasePassword);
}

test('a first start brings a portal and says how to sign in', async () => {
  const output = await (await start()).ready();
  assert.match(output, new RegExp(`ready at http://localhost:${port} `));
  assert.match(output, /password: \S{12,}/);
  assert.match(output, /operator .*@freehold\.example/);
  assert.ok(await isServed());
});

test('secrets are readable by their owner only', () => {
  assert.equal(fs.statSync(data.secretsFile).mode & 0o777, 0o600);
});

test('the portal is no superuser and enters its doors by SET ROLE only', async () => {
  const client = await connectAsPortal();
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, rolinherit, rolcreatedb, rolcreaterole,
       pg_has_role('freehold_tenant', 'usage') as has_tenant,
       pg_has_role('freehold_tenant', 'set') as may_enter_tenant,
       pg_has_role('freehold_all', 'usage') as has_all,
       pg_has_role('freehold_all', 'set') as may_enter_all
     from pg_roles where rolname = current_user`,
  );
  await client.end();
  assert.deepEqual(rows, [
    {
      rolsuper: false,
      rolbypassrls: false,
      rolinherit: false,
      rolcreatedb: false,
      rolcreaterole: false,
      has_tenant: false,
      may_enter_tenant: true,
      has_all: false,
      may_enter_all: true,
    },
  ]);
});

test('the database lets nobody in without a password', async () => {
  await assert.rejects(connect('postgres', ''), /password/i);
  await assert.rejects(connect('freehold', 'guess'), /password/i);
});

test('a second start beside it is refused and harms nothing', async () => {
  const second = new Start([
    '--port',
    String(await findFreePort()),
    '--data',
    data.path,
  ]);
  assert.match(
    await second.problem(),
    new RegExp(`already running .*http://localhost:${port}.*Ctrl-C`),
  );
  assert.ok(await isServed());
});

test('a port in use is named, with the flag that changes it', async () => {
  const other = path.join(folder, 'other');
  const second = new Start(['--port', String(port), '--data', other]);
  assert.match(
    await second.problem(),
    new RegExp(`port ${port} is in use .*--port`),
  );
});

test('Ctrl-C ends everything it started within ten seconds, and nothing else', async () => {
  const bystander = net.createServer().listen(0, '127.0.0.1');
  const owned = ownedProcesses();
  assert.deepEqual(owned.map(({ kind }: { kind: string }) => kind).sort(), [
    'portal',
    'postgres',
  ]);
  const took = await running!.end();
  assert.ok(took < STOP_LIMIT_MS, `took ${took} ms`);
  assert.deepEqual(owned.filter(isAlive), []);
  assert.equal(await isServed(), false);
  assert.ok(bystander.listening);
  bystander.close();
});

test('data survives, and a missing terraform is told without stopping', async () => {
  const output = await (
    await start([], { FREEHOLD_TERRAFORM: '/nowhere/terraform' })
  ).ready();
  assert.match(output, /! \/nowhere\/terraform .*cannot be ordered.*Install/);
  const client = await connectAsPortal();
  await client.query('create table kept (value text)');
  await client.end();
  await running!.end('SIGTERM');

  await (await start()).ready();
  const again = await connectAsPortal();
  await again.query('select value from kept');
  await again.end();
});

test('a killed start leaves what the next one tidies up', async () => {
  const owned = ownedProcesses();
  const { pid } = JSON.parse(fs.readFileSync(data.lockFile, 'utf8'));
  process.kill(pid, 'SIGKILL');
  await running!.end('SIGKILL');
  assert.equal(owned.filter(isAlive).length, 2);
  const output = await (await start()).ready();
  assert.match(output, /Ended 2 processes/);
  assert.deepEqual(owned.filter(isAlive), []);
  await running!.end();
});

test('a killed bootstrap takes along what it had launched', async () => {
  await (await start()).ready();
  const owned = ownedProcesses();
  await running!.end('SIGKILL');
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (owned.some(isAlive) && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.deepEqual(owned.filter(isAlive), []);
});

test('a damaged database is told in one line, with the way out', async () => {
  fs.writeFileSync(path.join(data.cluster, 'global/pg_control'), 'garbage');
  assert.match(await (await start()).problem(), /is damaged: .*--reset/);
});

test('lost secrets are told in one line, with the way out', async () => {
  fs.rmSync(data.secretsFile);
  assert.match(
    await (await start()).problem(),
    /is damaged: secrets.json is missing.*--reset/,
  );
});

test('a reset begins afresh', async () => {
  await (await start(['--reset'])).ready();
  const client = await connectAsPortal();
  await assert.rejects(client.query('select value from kept'), /not exist/);
  await client.end();
  await running!.end();
});

test("somebody's own folder is neither taken nor reset", async () => {
  const own = path.join(folder, 'own');
  fs.mkdirSync(own);
  fs.writeFileSync(path.join(own, 'thesis.txt'), 'years of work');
  const free = String(await findFreePort());
  const refused = new Start(['--port', free, '--data', own, '--reset']);
  assert.match(await refused.problem(), /not a data folder of Freehold/);
  assert.deepEqual(fs.readdirSync(own), ['thesis.txt']);
});

test('a mistyped flag is told with the flags there are', async () => {
  assert.match(
    await new Start(['--prot', '7008']).problem(),
    /Unknown option '--prot'.*--port/,
  );
});
