import type { Plan } from './Deployment';
import { readPlan, summarize } from './readPlan';

/**
 * Turns the output of `terraform show -json <plan>` of a refresh-only plan into
 * what people see: what was, and what is. Sensitive values are left out.
 *
 * @param shown - the parsed output
 */
export function readDrift(shown: any): Plan {
  return readPlan({ ...shown, resource_changes: shown.resource_drift ?? [] });
}

/**
 * Leaves in a drift only what Terraform would put right. The rest is what a
 * cloud sets by itself, such as the time of its last backup, and what the
 * configuration leaves to others, such as how many instances run.
 *
 * @param drift - of a refresh-only plan
 * @param repair - what a plan of the same configuration would do
 */
export function keepRepairable(drift: Plan, repair: Plan): Plan {
  const repairs = new Map(repair.changes.map(it => [it.address, it]));
  const changes = drift.changes.flatMap(change => {
    const repaired = repairs.get(change.address);
    if (!repaired) {
      return [];
    }
    if (change.action === 'destroy') {
      return [change];
    }
    const names = new Set(repaired.attributes.map(it => nameOf(it.path)));
    const attributes = change.attributes.filter(it =>
      names.has(nameOf(it.path)),
    );
    return attributes.length > 0 ? [{ ...change, attributes }] : [];
  });
  const addresses = new Set(changes.map(it => it.address));
  return {
    summary: summarize(changes),
    changes,
    resources: drift.resources?.filter(it => addresses.has(it.address)),
  };
}

/** Of the attribute that a path leads into: Terraform orders lists anew. */
function nameOf(path: string): string {
  return /^[^.[]*/.exec(path)![0];
}
