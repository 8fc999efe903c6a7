import { Decimal } from 'decimal.js';
import type { AllocationKeyField } from '../allocation/AllocationKey';
import { toKey } from '../allocation/workspace/keyColumns';
import type { TaggedCharges } from '../database/TaggedChargesStore';
import { createTagEvaluator } from './createTagEvaluator';
import { TOLERATED, type TagSchema } from './TagSchema';

const Exact = Decimal.clone({ precision: 100 });

/** How much of the cost has a tag as it ought to, by two policies. */
export interface PreviewedKey {
  key: string;
  currency: string;
  cost: string;
  /** By the policy in force; absent where it does not ask for the tag. */
  compliesNow?: string;
  /** By the other one; absent where that does not ask for it. */
  compliesThen?: string;
}

/**
 * What another policy would say of charges.
 *
 * @param fields - what the values of the charges are of
 */
export function previewCompliance(
  charges: readonly TaggedCharges[],
  fields: readonly AllocationKeyField[],
  policies: { now: TagSchema; then: TagSchema },
): PreviewedKey[] {
  const now = compliantCosts(charges, fields, policies.now);
  const then = compliantCosts(charges, fields, policies.then);
  const costs = new Map<string, Decimal>();
  for (const { cost, currency } of charges) {
    addTo(costs, currency, cost);
  }
  const keys = [...policies.then.requirements, ...policies.now.requirements];
  return [...new Set(keys.map(({ key }) => key))].flatMap(key =>
    [...costs].map(([currency, cost]) => ({
      key,
      currency,
      cost: cost.toFixed(),
      compliesNow: now(key, currency),
      compliesThen: then(key, currency),
    })),
  );
}

function compliantCosts(
  charges: readonly TaggedCharges[],
  fields: readonly AllocationKeyField[],
  schema: TagSchema,
): (key: string, currency: string) => string | undefined {
  const evaluate = createTagEvaluator(schema);
  const keys = schema.requirements.map(({ key }) => key);
  const sums = new Map<string, Decimal>();
  for (const { cost, currency, tags, values } of charges) {
    const { problems } = evaluate(toKey(fields, values, tags));
    const broken = new Set(
      problems.filter(({ kind }) => kind !== TOLERATED).map(({ key }) => key),
    );
    for (const key of keys) {
      addTo(sums, nameOf(key, currency), broken.has(key) ? '0' : cost);
    }
  }
  return (key, currency) => sums.get(nameOf(key, currency))?.toFixed();
}

function addTo(sums: Map<string, Decimal>, name: string, cost: string): void {
  sums.set(name, (sums.get(name) ?? new Exact(0)).plus(cost));
}

function nameOf(key: string, currency: string): string {
  return JSON.stringify([key, currency]);
}
