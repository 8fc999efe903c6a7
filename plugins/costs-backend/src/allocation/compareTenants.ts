import { Exact, type Distribution } from './distributeCosts';

/** What lies with a customer before and after. */
export interface TenantTotals {
  /** None for what is nobody's. */
  tenant: string | null;
  currency: string;
  before: string;
  after: string;
}

/** What the sums come to for each customer, by currency and name; nobody's last. */
export function compareTenants(
  before: readonly Distribution[],
  after: readonly Distribution[],
): TenantTotals[] {
  const totals = new Map<string, TenantTotals>();
  const count = (distributions: readonly Distribution[], side: Side) => {
    for (const { parts, sum } of distributions) {
      for (const { cost, tenant } of parts) {
        const { currency } = sum;
        const id = JSON.stringify([currency, tenant]);
        const nothing = { tenant, currency, before: '0', after: '0' };
        const known = totals.get(id) ?? nothing;
        totals.set(id, {
          ...known,
          [side]: new Exact(known[side]).plus(cost).toFixed(),
        });
      }
    }
  };
  count(before, 'before');
  count(after, 'after');
  return [...totals.values()].sort(
    (a, b) =>
      compare(a.currency, b.currency) ||
      compare(placeOf(a.tenant), placeOf(b.tenant)),
  );
}

// After every short name of a customer.
function placeOf(tenant: string | null): string {
  return tenant ?? '~';
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

type Side = 'before' | 'after';
