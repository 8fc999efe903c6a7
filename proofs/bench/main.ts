// `npm run bench [name …] [--record] [--quick] [--large]`: without names every
// benchmark; quick ones are with less, and not to be recorded, large ones with
// more, where there is a larger one.
import { audit } from './audit.ts';
import { costs } from './costs.ts';
import { deployments } from './deployments.ts';
import { type Benchmark, toTable } from './figures.ts';
import { limits } from './limits.ts';
import { list } from './list.ts';
import { logs } from './logs.ts';
import { neighbours } from './neighbours.ts';
import { order } from './order.ts';
import { plans } from './plans.ts';
import { record } from './record.ts';
import { signIns } from './signIns.ts';
import { start } from './start.ts';

const isQuick = process.argv.includes('--quick');
const isLarge = process.argv.includes('--large');

const benchmarks: Record<string, () => Promise<Benchmark>> = {
  audit: () => audit({ isQuick }),
  costs: () => costs({ isQuick, millions: isLarge ? 10 : 1 }),
  order,
  deployments: () => deployments({ isQuick }),
  plans,
  list,
  logs: () => logs({ isQuick }),
  start,
  limits,
  neighbours: () => neighbours({ isQuick }),
  signIns: () => signIns({ isQuick }),
};

/** @throws Error when a name is unknown, or a benchmark could not be run */
async function main(args: string[]): Promise<void> {
  const names = args.filter(arg => !arg.startsWith('--'));
  const unknown = names.filter(name => !(name in benchmarks));
  if (unknown.length > 0) {
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}. Known: ${Object.keys(benchmarks).join(', ')}.`,
    );
  }
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    const benchmark = await benchmarks[name]();
    process.stdout.write(
      `\n${benchmark.title}\n${benchmark.method}\n\n${toTable(benchmark)}\n`,
    );
    if (args.includes('--record')) {
      await record(isLarge ? `${name}-large` : name, benchmark);
    }
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
