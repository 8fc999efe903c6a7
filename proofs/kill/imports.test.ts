import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { record } from '../bench/record.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { type ImportKillRecord, ImportKillTrial } from './ImportKillTrial.ts';
import { importKillFigures } from './importKillFigures.ts';
import { randomNumbers } from './randomNumbers.ts';

const rounds = Number(process.env.FREEHOLD_PROOFS_KILLS ?? 5);
const seed = Number(process.env.FREEHOLD_PROOFS_SEED ?? randomInt(2 ** 31));
const random = randomNumbers(seed);

let running: RunningPortal;
let trial: ImportKillTrial;
const records: ImportKillRecord[] = [];

before(async () => {
  running = await startPortal();
  trial = await ImportKillTrial.prepare(running);
});
after(async () => {
  await running?.remove();
  if (process.env.FREEHOLD_PROOFS_RECORD) {
    await record('kill-imports', importKillFigures(records, seed));
  }
});

for (let round = 0; round < rounds; round++) {
  const moment = random();
  test(`import ${round + 1}, killed at ${Math.round(moment * 100)} % of its usual time, leaves the old or the new, and ends (seed ${seed})`, async t => {
    const outcome = await trial.kill(round, moment);
    records.push(outcome);
    t.diagnostic(JSON.stringify(outcome));
    assert.deepEqual(outcome.faults, []);
  });
}

/** Done and undone in one transaction, so that the judge is known to see it. */
const DAMAGES: [string, string, RegExp][] = [
  [
    'a mix of both versions',
    `set local role freehold_all;
     delete from costs.charges where source_id = '$source' and billing_period = '2026-09-01'
       and row_number % 100 = 7`,
    /neither version/,
  ],
  [
    'a sum that is not that of the rows',
    `set local role freehold_all;
     update costs.daily_costs set billed = billed + 0.0000001
      where source_id = '$source' and day = '2026-08-17' and line = 1`,
    /sums of daily_costs/,
  ],
  [
    'a lost sum of a month',
    `set local role freehold_all;
     delete from costs.monthly_costs where source_id = '$source' and line = 2`,
    /sums of monthly_costs/,
  ],
  [
    'a period whose record is of another import',
    `set local role freehold_all;
     update costs.source_periods set row_count = row_count + 1 where source_id = '$source'`,
    /the record of 2026-09-01 says/,
  ],
  [
    'a partition that was filled and never attached',
    `create table costs.charges_20260901_leftover (like costs.charges)`,
    /left over or lost: charges_20260901_leftover/,
  ],
];

for (const [what, damage, fault] of DAMAGES) {
  test(`the judge sees ${what}`, async () => {
    assert.match((await trial.judgeDamage(damage)).join('\n'), fault);
  });
}
