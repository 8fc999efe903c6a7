import type { Portal } from '../portal/Portal.ts';
import { type Figure, percentile } from './figures.ts';

const BLOCKS = 16;

/**
 * Times the same work with a part of the portal and without, in turn. What else
 * the machine does only ever adds time, so the lower quartiles are compared.
 *
 * @param what - left out by switchCosts.ts, which the portal must have loaded
 */
export async function costOf(options: {
  portal: Portal;
  what: 'counting' | 'audit';
  /** For the table. */
  named: string;
  runsPerBlock: number;
  work: () => Promise<unknown>;
}): Promise<Figure> {
  const { portal, what, named, runsPerBlock, work } = options;
  const times = { with: [] as number[], without: [] as number[] };
  for (let block = 0; block < BLOCKS; block++) {
    const how = block % 2 === 0 ? 'with' : 'without';
    await portal.ask(`${how} ${what}`);
    for (let run = -2; run < runsPerBlock; run++) {
      const start = performance.now();
      await work();
      if (run >= 0) {
        times[how].push(performance.now() - start);
      }
    }
  }
  await portal.ask(`with ${what}`);
  const [cost, base] = [times.with, times.without].map(all =>
    percentile(all, 0.25),
  );
  return {
    what: `${named}, first quartile`,
    measured: `${cost.toFixed(2)} ms`,
    comparedWith: `${base.toFixed(2)} ms without`,
    ratio: cost / base,
  };
}
