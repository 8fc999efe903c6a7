import { awsReaders } from './aws/awsReaders';
import { localReaders } from './localReaders';
import type { PlannedResource } from './PlannedResource';
import { PlanReading } from './PlanReading';
import type { ResourceReaders } from './ResourceReader';

const allReaders: ResourceReaders = { ...awsReaders, ...localReaders };

/**
 * Reads the output of `terraform show -json <plan>` into terms that hold for
 * every cloud. Sensitive values never get in; a fact that depends on one, or on
 * what is known only after the apply, is named in `unknown`.
 *
 * @param shown - the parsed output
 * @param readers - by type of resource; those of other types have no facts
 */
export function normalisePlan(
  shown: any,
  readers: ResourceReaders = allReaders,
): PlannedResource[] {
  return new PlanReading(shown, readers).read();
}
