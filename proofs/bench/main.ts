// `npm run bench [name …] [--record]`: without names every benchmark.
import { type Benchmark, toTable } from './figures.ts';
import { list } from './list.ts';
import { order } from './order.ts';
import { record } from './record.ts';
import { start } from './start.ts';

const benchmarks: Record<string, () => Promise<Benchmark>> = {
  order,
  list,
  start,
};

const args = process.argv.slice(2);
const names = args.filter(arg => arg !== '--record');
const unknown = names.filter(name => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. Known: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(1);
}

for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
  const benchmark = await benchmarks[name]();
  console.log(`\n${benchmark.title}\n${benchmark.method}\n`);
  console.log(toTable(benchmark));
  if (args.includes('--record')) {
    await record(name, benchmark);
  }
}
