import type { AllocationKeyField } from './AllocationKey';
import type { CoverageSums } from './coverage';
import { coverageSumsOf } from './coverageSumsOf';
import {
  Exact,
  type CostPart,
  type Distribution,
  type KeySums,
} from './distributeCosts';
import type { HeldCost } from '../database/HeldCostsStore';
import { toKey } from './workspace/keyColumns';

/** What is in force, as new rules can be held against it. */
export interface HeldDistribution {
  /** Each with one sum. */
  keys: KeySums[];
  /** How each sum is divided now, in the same order. */
  distributions: Distribution[];
  coverage: CoverageSums[];
}

/** Puts what lies with several owners, and rules take for one, together. */
export function gatherHeldCosts(
  fields: readonly AllocationKeyField[],
  held: readonly HeldCost[],
): HeldDistribution {
  const groups = new Map<string, HeldCost[]>();
  for (const cost of held) {
    const { source, billingPeriod, currency, tags } = cost;
    const id = JSON.stringify([
      cost.fields,
      tags,
      source,
      billingPeriod,
      currency,
    ]);
    const group = groups.get(id);
    if (group) {
      group.push(cost);
    } else {
      groups.set(id, [cost]);
    }
  }
  const distributions = [...groups.values()].map(toDistribution);
  return {
    distributions,
    keys: [...groups.values()].map(([{ fields: values, tags }], index) => ({
      key: toKey(fields, values, tags),
      sums: [distributions[index].sum],
    })),
    // By owner: of what rules take for one, a part may be somebody's.
    coverage: coverageSumsOf(held.map(cost => toDistribution([cost]))),
  };
}

function toDistribution(group: readonly HeldCost[]): Distribution {
  const [{ billingPeriod, currency, source }] = group;
  const sumOf = (column: 'cost' | 'absoluteCost') =>
    group.reduce((sum, cost) => sum.plus(cost[column]), new Exact(0)).toFixed();
  return {
    sum: {
      source,
      billingPeriod,
      currency,
      cost: sumOf('cost'),
      absoluteCost: sumOf('absoluteCost'),
      rows: group.reduce((sum, { rows }) => sum + rows, 0n),
    },
    parts: group.map(toPart),
  };
}

function toPart(held: HeldCost): CostPart {
  const { costCentre, method, project, ruleId, site, team, tenant } = held;
  return {
    tenant: method === 'none' ? null : tenant,
    site: site ?? undefined,
    team: team ?? undefined,
    costCentre: costCentre ?? undefined,
    project: project ?? undefined,
    ruleId: ruleId ?? undefined,
    cost: held.cost,
  };
}
