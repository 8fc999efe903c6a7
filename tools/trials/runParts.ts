import { Problem } from '../bootstrap/problem.mjs';
import { interrupted } from '../launcher/shutdown.ts';
import {
  describeFailure,
  failed,
  sum,
  type Outcome,
  type Part,
} from './Part.ts';
import { formatTable, type Row } from './table.ts';

/**
 * Runs the named parts, or all of them, one after another, and closes with the
 * table and the line that tells it all.
 *
 * @returns the exit code
 */
export async function runParts(
  parts: Part[],
  names: string[],
  print: (text: string) => void = text => process.stdout.write(text),
): Promise<number> {
  const rows: Row[] = [];
  for (const part of choose(parts, names)) {
    print(`\n── ${part.name}: ${part.title}\n`);
    const startedAt = Date.now();
    const outcome = await runOne(part, print);
    interrupted.throwIfAborted();
    rows.push({ part, outcome, seconds: (Date.now() - startedAt) / 1000 });
  }
  const total = sum(rows.map(({ outcome }) => outcome));
  print(`\n${formatTable(rows)}\n`);
  print(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}

function choose(parts: Part[], names: string[]): Part[] {
  const unknown = names.filter(name => parts.every(part => part.name !== name));
  if (unknown.length > 0) {
    throw new Problem(
      `there is no part "${unknown.join('", "')}". Known: ${parts
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  return names.length === 0
    ? parts
    : parts.filter(({ name }) => names.includes(name));
}

async function runOne(
  part: Part,
  print: (text: string) => void,
): Promise<Outcome> {
  try {
    return await part.run();
  } catch (error) {
    interrupted.throwIfAborted();
    const isProblem = (error as Error).name === 'Problem';
    const text = isProblem ? (error as Error).message : (error as Error).stack;
    print(`${text}\n`);
    return {
      ...failed(),
      failures: [describeFailure('the part itself', text)],
    };
  }
}
