import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CostImports, type CostImport } from '../costs/CostImports.ts';
import { Session } from '../http/Session.ts';
import { residentMemory } from '../kill/processes.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { poisonedFiles } from './poisonedFiles.ts';

const MEBIBYTE = 1024 * 1024;
/** What imports may take of a machine, whatever is in their files. */
const MOST_MEMORY = 300 * MEBIBYTE;
const SAMPLE_MS = 50;

let running: RunningPortal;
let finance: Session;
let imports: CostImports;
let sourceId: string;
let idle: number;

before(async () => {
  running = await startPortal();
  const { cast, portal } = running;
  const email = 'finance@hosting.example';
  finance = await Session.signIn(portal.url, email, {
    email,
    password: cast.password,
  });
  imports = new CostImports(finance);
  sourceId = await imports.createSource('poisoned');
  idle = (await residentMemory(portal.pid))!;
});
after(() => running?.remove());

for (const [what, poisoned] of Object.entries(poisonedFiles())) {
  test(`${what} is kept out, within bounded memory`, async t => {
    const file = path.join(running.portal.dataFolder, 'poisoned');
    await writeFile(file, poisoned.content);
    let most = 0;
    const sampling = setInterval(async () => {
      const now = (await residentMemory(running.portal.pid)) ?? 0;
      most = Math.max(most, now);
    }, SAMPLE_MS);
    const { importId } = await imports.upload(sourceId, file);
    const found = await ended(importId);
    clearInterval(sampling);
    t.diagnostic(`${Math.round((most - idle) / MEBIBYTE)} MB above idle`);
    assert.ok(most - idle < MOST_MEMORY, `${most - idle} bytes`);
    if (poisoned.problem) {
      assert.equal(found.problem?.code, poisoned.problem);
      assert.ok(!/\/tmp|workspace|duckdb/i.test(found.problem!.message));
    } else {
      assert.deepEqual(
        [found.state, found.accepted, found.rejected],
        ['succeeded', poisoned.accepted, poisoned.rejected],
      );
    }
    await assertNothingIsRun(importId);
  });
}

test('the portal still takes a good file', async () => {
  assert.ok(running.portal.pid);
  const { items } = await finance.json({ path: '/api/costs/sources' });
  assert.equal(items.length, 1);
});

async function ended(importId: string): Promise<CostImport> {
  for (;;) {
    const found = await imports.get(importId);
    if (found.state === 'succeeded' || found.state === 'failed') {
      return found;
    }
    await sleep(50);
  }
}

/** No file that the portal gives away has a cell that a spreadsheet would run. */
async function assertNothingIsRun(importId: string): Promise<void> {
  const range = 'from=2026-01-01&to=2027-01-01';
  for (const address of [
    `/api/costs/imports/${importId}/rejected-rows/download`,
    `/api/costs/charges/export?${range}&version=1.2`,
    `/api/costs/charges/export?${range}&version=1.4`,
  ]) {
    const { body, status } = await finance.call({ path: address });
    assert.equal(status, 200);
    for (const cell of cellsOf(body)) {
      const isFormula = /^[=+\-@\t\r]/.test(cell);
      assert.ok(
        !isFormula || /^[+-]?\d+(\.\d+)?$/.test(cell),
        `${address}: ${JSON.stringify(cell)}`,
      );
    }
  }
}

/** Cells of a CSV text, by RFC 4180. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/"((?:[^"]|"")*)"|([^,"\r\n]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
