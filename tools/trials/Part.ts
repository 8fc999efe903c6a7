import { stripVTControlCharacters } from 'node:util';

/** What came of a part. */
export interface Outcome {
  passed: number;
  failed: number;
  notRun: number;
  /** Why something was not run, for a person who wants it to. */
  reason?: string;
  /** What failed, by name, each with the beginning of its error. */
  failures?: string[];
  /** What passed at the second try only, by name, with the first one's error. */
  secondTries?: string[];
}

/** One entry of `npm test`, `npm run soak` or `npm run bench`. */
export interface Part {
  /** As in `npm test -- <name>`. */
  name: string;
  /** What it shows, in a few words. */
  title: string;
  /** An error it throws counts as one failure. */
  run(): Promise<Outcome>;
}

export function passed(count = 1): Outcome {
  return { passed: count, failed: 0, notRun: 0 };
}

export function failed(count = 1): Outcome {
  return { passed: 0, failed: count, notRun: 0 };
}

/** A name and the first lines of an error, as one entry of `failures`. */
export function describeFailure(name: string, message = ''): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return [name, ...lines.slice(0, 6)].join('\n    ');
}

export function notRun(reason: string): Outcome {
  return { passed: 0, failed: 0, notRun: 1, reason };
}

export function sum(outcomes: Outcome[]): Outcome {
  const reasons = outcomes.flatMap(({ reason }) => reason ?? []);
  return {
    passed: outcomes.reduce((total, each) => total + each.passed, 0),
    failed: outcomes.reduce((total, each) => total + each.failed, 0),
    notRun: outcomes.reduce((total, each) => total + each.notRun, 0),
    ...(reasons.length > 0 && { reason: [...new Set(reasons)].join('; ') }),
    failures: outcomes.flatMap(({ failures }) => failures ?? []),
    secondTries: outcomes.flatMap(({ secondTries }) => secondTries ?? []),
  };
}
