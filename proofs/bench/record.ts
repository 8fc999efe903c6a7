import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repository } from '../portal/Portal.ts';
import { type Benchmark, toTable } from './figures.ts';

const file = path.join(repository, 'docs/benchmarks.md');

const introduction = `# Figures

Measured by \`npm run bench -- --record\` and \`npm run soak\`. Each section says when, and on what. Figures of another machine differ; ratios are what to look at.
`;

/** Puts the figures in docs/benchmarks.md, in place of the ones before. */
export async function record(
  name: string,
  benchmark: Benchmark,
): Promise<void> {
  const begin = `<!-- figures: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const section = [
    begin,
    '',
    `## ${benchmark.title}`,
    '',
    benchmark.method,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}.`,
    '',
    toTable(benchmark),
    '',
    end,
  ].join('\n');
  const before = await readFile(file, 'utf8').catch(() => introduction);
  const from = before.indexOf(begin);
  const after =
    from < 0
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, from) +
        section +
        before.slice(before.indexOf(end) + end.length);
  const style = await resolveConfig(file);
  await writeFile(file, await format(after, { ...style, filepath: file }));
}

function machine(): string {
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return `${os.availableParallelism()} cores, ${memory} GB, Node ${process.versions.node}, ${os.type()}`;
}
