import type { PlannedResource } from '../api';

export const facts = [
  'name',
  'size',
  'public',
  'encrypted',
  'versioned',
  'deletionProtection',
  'labels',
  'openPorts',
] as const;

type Fact = (typeof facts)[number];

/** What of a resource is another one than it was. */
export function differingFacts({ before, after }: PlannedResource): Fact[] {
  return facts.filter(
    fact => JSON.stringify(before?.[fact]) !== JSON.stringify(after?.[fact]),
  );
}
