import type { Outcome, Part } from './Part.ts';

export interface Row {
  part: Part;
  outcome: Outcome;
  seconds: number;
}

/** The closing table; below it what was not run, and what failed, by name. */
export function formatTable(rows: Row[]): string {
  const cells = [
    ['part', 'passed', 'failed', 'not run', 'time'],
    ...rows.map(({ part, outcome, seconds }) => [
      part.name,
      String(outcome.passed),
      String(outcome.failed),
      String(outcome.notRun),
      `${seconds.toFixed(1)} s`,
    ]),
  ];
  const widths = cells[0].map((_, column) =>
    Math.max(...cells.map(row => row[column].length)),
  );
  const lines = cells.map(([name, ...figures]) =>
    [
      name.padEnd(widths[0]),
      ...figures.map((figure, index) => figure.padStart(widths[index + 1])),
    ].join('   '),
  );
  const reasons = rows
    .filter(({ outcome }) => outcome.reason)
    .map(({ part, outcome }) => `not run in ${part.name}: ${outcome.reason}`);
  const named = rows.flatMap(({ part, outcome }) => [
    ...(outcome.secondTries ?? []).map(
      each => `passed at the second try only in ${part.name}: ${each}`,
    ),
    ...(outcome.failures ?? []).map(each => `failed in ${part.name}: ${each}`),
  ]);
  return [
    lines[0],
    '-'.repeat(lines[0].length),
    ...lines.slice(1),
    ...reasons,
    ...named,
  ].join('\n');
}
