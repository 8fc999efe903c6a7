import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import selfsigned from 'selfsigned';
import { root } from './bootstrap/paths.mjs';
import { type Bundle, bringBundle } from './launcher/bundle.ts';
import { findFreePort } from './launcher/ports.ts';
import { startTestDatabase, type TestDatabase } from './trials/testDatabase.ts';

const ADDRESS = 'https://portal.freehold.example';
const PASSWORD = 'harbour-candle-orbit-93';
const START_LIMIT_MS = 60_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-production-'));
const certificate = selfsigned.generate(
  [{ name: 'commonName', value: 'localhost' }],
  {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  },
);
let bundle: Bundle;
let database: TestDatabase;
let port: number;
let portal: ChildProcess | undefined;
let log = '';

before(async () => {
  bundle = await bringBundle();
  database = await startTestDatabase({
    certificate: certificate.cert,
    key: certificate.private,
  });
  port = await findFreePort();
});

after(async () => {
  portal?.kill('SIGKILL');
  await database?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What a server's operator sets; nothing of this machine's own start. */
function environment(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    NODE_ENV: 'production',
    FREEHOLD_HOME: root,
    FREEHOLD_URL: ADDRESS,
    FREEHOLD_HOST: '127.0.0.1',
    FREEHOLD_PORT: String(port),
    FREEHOLD_DATA: path.join(folder, 'data'),
    FREEHOLD_TERRAFORM: 'terraform',
    FREEHOLD_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    POSTGRES_HOST: 'localhost',
    POSTGRES_PORT: String(database.port),
    POSTGRES_PASSWORD: database.password,
    POSTGRES_CA: certificate.cert,
    ...changes,
  };
}

const configuration = [
  '--config',
  path.join(root, 'app-config.yaml'),
  '--config',
  path.join(root, 'app-config.production.yaml'),
];

function run(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [script, ...configuration, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => output.push(String(chunk)));
  }
  return { child, output: () => output.join('') };
}

async function runToEnd(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
) {
  const { child, output } = run(script, args, env);
  const [code] = await once(child, 'close');
  return { code, output: output() };
}

function call(
  resource: string,
  body: object,
  method = 'POST',
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/auth/local${resource}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-freehold-request': '1',
      origin: ADDRESS,
    },
    body: JSON.stringify(body),
  });
}

const refused: [string, NodeJS.ProcessEnv, RegExp][] = [
  [
    'an address without TLS',
    { FREEHOLD_URL: 'http://portal.freehold.example' },
    /app\.baseUrl: /,
  ],
  [
    'a default encryption key',
    { FREEHOLD_ENCRYPTION_KEY: 'changeme' },
    /tenancy\.encryption\.keys\[0\]\.key: /,
  ],
  [
    "a database whose certificate isn't its own",
    { POSTGRES_HOST: '127.0.0.1' },
    /certificate|altnames/i,
  ],
];

for (const [what, changes, words] of refused) {
  test(`a server does not start with ${what}, and says so`, async () => {
    const { code, output } = await runToEnd(
      bundle.backend,
      [],
      environment(changes),
    );
    assert.notEqual(code, 0);
    assert.match(output, words);
    assert.ok(!output.includes(database.password));
  });
}

test('a server starts on a database with TLS', async () => {
  const { child, output } = run(bundle.backend, [], environment());
  portal = child;
  const deadline = Date.now() + START_LIMIT_MS;
  const readiness = `http://127.0.0.1:${port}/.backstage/health/v1/readiness`;
  while (!(await fetch(readiness).catch(() => undefined))?.ok) {
    assert.equal(child.exitCode, null, output());
    assert.ok(Date.now() < deadline, output());
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  child.once('close', () => (log = output()));

  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    `select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid)
      where datname = 'freehold'`,
  );
  await client.end();
  assert.deepEqual(rows, [{ ssl: true }]);
});

test('it has no demonstration sign-ins', async () => {
  const { status } = await call('/sessions', {
    email: 'olga@freehold.example',
    password: 'meadow-lantern-ferry-42',
  });
  assert.equal(status, 401);
});

test('its first operator is made once, and signs in', async () => {
  const create = () =>
    runToEnd(
      bundle.operatorCreate,
      ['--email', 'first@freehold.example', '--name', 'First Operator'],
      environment(),
    );
  const { code, output } = await create();
  assert.equal(code, 0, output);
  const link = /https:\/\/\S+/.exec(output)?.[0] ?? '';
  assert.ok(link.startsWith(`${ADDRESS}/`), output);
  const token = new URL(link).hash.replace(/^#(token=)?/, '');

  const set = await call('/password', { token, password: PASSWORD });
  assert.equal(set.status, 204, await set.text());
  const signedIn = await call('/sessions', {
    email: 'first@freehold.example',
    password: PASSWORD,
  });
  assert.equal(signedIn.status, 200);
  assert.match(signedIn.headers.get('set-cookie') ?? '', /^__Host-.*; Secure/);

  const again = await create();
  assert.notEqual(again.code, 0);
  assert.match(again.output, /already/);
});

test('it stops when told to, and its log is JSON without a secret', async () => {
  portal!.kill('SIGTERM');
  await once(portal!, 'close');
  const lines = log.trim().split('\n');
  const others = lines.filter(line => !line.startsWith('{'));
  // Backstage says this before there is a logger.
  assert.deepEqual(
    others.filter(line => !line.startsWith('Loading config from ')),
    [],
  );
  assert.ok(lines.length > others.length + 10, log);
  for (const secret of [database.password, PASSWORD]) {
    assert.ok(!log.includes(secret));
  }
});
