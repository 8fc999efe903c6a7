import { type Benchmark, median, milliseconds } from '../bench/figures.ts';
import type { KillRecord } from './killTrial.ts';

/** What all the kills of a trial came to. */
export function killFigures(records: KillRecord[], seed: number): Benchmark {
  const count = (what: string, of: KillRecord[]) => ({
    what,
    measured: `${of.length} of ${records.length}`,
  });
  const states = [...new Set(records.map(({ stateAtKill }) => stateAtKill))];
  const whole = records.filter(({ faults }) => faults.length === 0);
  return {
    title: 'The backend killed in the middle of deployments',
    method: `\`kill -9\` of the backend at random moments of orders, updates and deletions on the local stack (seed ${seed}); after each restart the deployment has to end well, by itself or by one retry, without a process, a lock or a run directory left, with every version of every state there and serials rising, and with the site open or gone.`,
    figures: [
      {
        ...count('ended well, nothing left behind', whole),
        goal: 'all',
        reached: whole.length === records.length,
      },
      ...states.map(state =>
        count(
          `killed while ${state}`,
          records.filter(({ stateAtKill }) => stateAtKill === state),
        ),
      ),
      count(
        'Terraform ran on without its portal',
        records.filter(({ terraformRanOn }) => terraformRanOn),
      ),
      count(
        'needed the retry',
        records.filter(({ retried }) => retried),
      ),
      {
        what: 'from ready again to the end of the deployment, median',
        measured: milliseconds(
          median(records.map(({ settledAfterMs }) => settledAfterMs)),
        ),
      },
    ],
  };
}
