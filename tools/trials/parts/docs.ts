import fs from 'node:fs';
import path from 'node:path';
import { failed, passed, sum, type Outcome } from '../Part.ts';

const folder = path.resolve(import.meta.dirname, '../../checks');

/** What a file in tools/checks exports. */
interface Check {
  /** @returns one line for each thing that is wrong */
  check(): string[] | Promise<string[]>;
}

/** Runs every check in tools/checks; each counts as one. */
export async function checkDocs(): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const names = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of names) {
    const { check }: Check = await import(path.join(folder, name));
    const faults = await check();
    process.stdout.write(`${faults.length === 0 ? '✓' : '✗'} ${name}\n`);
    faults.forEach(fault => process.stdout.write(`    ${fault}\n`));
    outcomes.push(faults.length === 0 ? passed() : failed());
  }
  return sum(outcomes);
}
