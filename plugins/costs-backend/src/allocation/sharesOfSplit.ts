import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { Decimal } from 'decimal.js';
import type { Split, SplitAmong } from './RuleSet';
import type { Share } from './splitAmount';

/** Amounts by customer, in decimals. */
export type AmountsByTenant = ReadonlyMap<string, string>;

/** What customers can share by. */
export interface SplitBasis {
  /**
   * Effective cost laid to each customer alone, in the source, billing period
   * and currency of what is split.
   */
  directCosts: AmountsByTenant;
  /** By metric and customer. */
  metrics: ReadonlyMap<string, AmountsByTenant>;
}

/**
 * Who takes which share. Empty where there is nothing to share by: no
 * customer with costs, no measured use. Then the cost stays unallocated, with
 * that reason, since an even split in its place would charge customers by a
 * measure that nobody agreed to.
 */
export function sharesOfSplit(split: Split, basis: SplitBasis): Share[] {
  return weightsOf(split, basis)
    .filter(({ weight }) => new Decimal(weight).gt(0))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What part of the whole a share is, for people to read: `0.333333333333`. */
export function ratiosOf(shares: readonly Share[]): string[] {
  const total = Decimal.sum(0, ...shares.map(({ weight }) => weight));
  return shares.map(({ weight }) =>
    new Decimal(weight).div(total).toDecimalPlaces(12).toFixed(),
  );
}

function weightsOf(
  split: Split,
  { directCosts, metrics }: SplitBasis,
): Share[] {
  switch (split.by) {
    case 'even':
      return tenantsOf(split.among, directCosts).map(name => ({
        name,
        weight: '1',
      }));
    case 'direct-cost':
      return tenantsOf(split.among, directCosts).map(name => ({
        name,
        weight: directCosts.get(name) ?? '0',
      }));
    case 'weights':
      return toShares(Object.entries(split.weights));
    default:
      return toShares(metrics.get(split.metric) ?? []);
  }
}

/** A customer whose credits exceed its costs has no direct cost to share by. */
function tenantsOf(among: SplitAmong, directCosts: AmountsByTenant): string[] {
  if ('tenants' in among) {
    return [...new Set(among.tenants)];
  }
  return toShares(directCosts)
    .filter(
      ({ name, weight }) =>
        name !== BUSINESS_TENANT && new Decimal(weight).gt(0),
    )
    .map(({ name }) => name);
}

function toShares(amounts: Iterable<readonly [string, string]>): Share[] {
  return [...amounts].map(([name, weight]) => ({ name, weight }));
}
