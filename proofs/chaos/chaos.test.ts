import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, test } from 'node:test';
import { record } from '../bench/record.ts';
import { randomNumbers } from '../kill/randomNumbers.ts';
import { findTerraform } from '../portal/findTerraform.ts';
import { chaosFigures } from './chaosFigures.ts';
import { type ChaosOutcome, type ChaosPlan, ChaosTrial } from './ChaosTrial.ts';

const isLong = process.env.FREEHOLD_PROOFS_CHAOS === 'long';
const seed = Number(process.env.FREEHOLD_PROOFS_SEED ?? randomInt(2 ** 31));

const short = { customers: 4, deployments: 12, ofBusy: 6, kills: 4 };
const long = { customers: 10, deployments: 100, ofBusy: 40, kills: 30 };

const plans: Record<string, ChaosPlan> = {
  'of two machines': { ...(isLong ? long : short), isOneMachine: false },
  'of one machine': {
    ...(isLong ? { ...long, deployments: 40, ofBusy: 10, kills: 10 } : short),
    isOneMachine: true,
  },
};

const outcomes: ChaosOutcome[] = [];

for (const [where, plan] of Object.entries(plans)) {
  test(
    `two processes ${where}, killed ${plan.kills} times during ${plan.deployments} deployments, bring each to a true end (seed ${seed})`,
    {
      skip: findTerraform() ? false : 'terraform is not installed',
      timeout: 3_600_000,
    },
    async t => {
      const trial = await ChaosTrial.prepare(plan, randomNumbers(seed));
      try {
        const outcome = await trial.run();
        outcomes.push(outcome);
        t.diagnostic(JSON.stringify(outcome));
        assert.deepEqual(outcome.faults, []);
        for (const { tenant, overtakenBy } of outcome.firsts) {
          assert.ok(
            overtakenBy <= 2,
            `${overtakenBy} of the customer with ${plan.ofBusy} orders began before the first of ${tenant}`,
          );
        }
      } finally {
        await trial.remove();
      }
    },
  );
}

after(async () => {
  if (process.env.FREEHOLD_PROOFS_RECORD) {
    await record('chaos', chaosFigures(outcomes, seed));
  }
});
