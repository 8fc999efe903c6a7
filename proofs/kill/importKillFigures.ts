import { type Benchmark, median, milliseconds } from '../bench/figures.ts';
import type { ImportKillRecord } from './ImportKillTrial.ts';

/** What all the kills of imports came to. */
export function importKillFigures(
  records: ImportKillRecord[],
  seed: number,
): Benchmark {
  const count = (what: string, of: ImportKillRecord[]) => ({
    what,
    measured: `${of.length} of ${records.length}`,
  });
  const steps = [...new Set(records.map(({ stepAtKill }) => stepAtKill))];
  const whole = records.filter(({ faults }) => faults.length === 0);
  return {
    title: 'The backend killed in the middle of imports of charges',
    method: `\`kill -9\` of the backend at random moments of imports that replace two billing periods (seed ${seed}); after each kill every row, every sum and every record is of the old file or of the new one, no partition is left over, and the next start takes the import up and ends it.`,
    figures: [
      {
        ...count('old or new, and whole', whole),
        goal: 'all',
        reached: whole.length === records.length,
      },
      ...steps.map(step =>
        count(
          `killed while ${step}`,
          records.filter(({ stepAtKill }) => stepAtKill === step),
        ),
      ),
      count(
        'the new one was in force already',
        records.filter(({ foundAfterKill }) => foundAfterKill === 'new'),
      ),
      {
        what: 'from ready again to the end of the import, median',
        measured: milliseconds(
          median(records.map(({ endedAfterMs }) => endedAfterMs)),
        ),
      },
    ],
  };
}
