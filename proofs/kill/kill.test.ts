import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { record } from '../bench/record.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { findTerraform } from '../portal/findTerraform.ts';
import { killFigures } from './killFigures.ts';
import { type KillRecord, KillTrial } from './killTrial.ts';
import { randomNumbers } from './randomNumbers.ts';

const rounds = Number(process.env.FREEHOLD_PROOFS_KILLS ?? 5);
const seed = Number(process.env.FREEHOLD_PROOFS_SEED ?? randomInt(2 ** 31));
const terraform = findTerraform();

let running: RunningPortal;
let trial: KillTrial;

if (terraform) {
  before(async () => {
    running = await startPortal();
    trial = await KillTrial.prepare(
      running.portal,
      running.database,
      running.cast,
    );
  });
  after(async () => {
    await running?.remove();
    if (process.env.FREEHOLD_PROOFS_RECORD) {
      await record('kill', killFigures(records, seed));
    }
  });
}

const records: KillRecord[] = [];

const random = randomNumbers(seed);

for (let round = 0; round < rounds; round++) {
  const moment = random();
  test(
    `deployment ${round + 1}, killed at ${Math.round(moment * 100)} % of its usual time, ends well (seed ${seed})`,
    { skip: terraform ? false : 'terraform is not installed' },
    async t => {
      const outcome = await trial.kill(round, moment);
      records.push(outcome);
      t.diagnostic(JSON.stringify(outcome));
      assert.deepEqual(outcome.faults, []);
    },
  );
}
