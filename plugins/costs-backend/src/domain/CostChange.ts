import { Decimal } from 'decimal.js';
import type { ComparedSum } from './Comparison';

/** Why something costs more or less than before. */
export const CHANGE_REASONS = [
  'new',
  'gone',
  'usage',
  'price',
  'purchase',
  'credit',
  'tax',
  'adjustment',
  'other',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** How much of a difference is for one reason; an exact decimal. */
export interface ReasonedPart {
  reason: ChangeReason;
  difference: string;
}

/** One resource of a service in two spans, or all that are not told apart. */
export interface ResourceChange {
  currency: string;
  service: string | null;
  isRest: boolean;
  /** Null for charges of no resource. */
  resourceId: string | null;
  name: string | null;
  type: string | null;
  amount: string;
  before: string;
  difference: string;
  reasons: ReasonedPart[];
}

/** One service, why its cost changed, and which resources of it did most. */
export interface ServiceChange {
  service: string | null;
  amount: string;
  before: string;
  difference: string;
  change: string | null;
  reasons: ReasonedPart[];
  resources: Omit<ResourceChange, 'currency' | 'service' | 'isRest'>[];
  /** What the resources that are not named changed by. */
  rest: string;
}

/** What changed in one currency: the services and the rest are the whole. */
export interface CurrencyChange {
  currency: string;
  amount: string;
  before: string;
  difference: string;
  services: ServiceChange[];
  /** What the services that are not named changed by. */
  rest: string;
}

/** Digits that no sum of costs comes near, so that nothing is rounded. */
const Exact = Decimal.clone({ precision: 100 });

/**
 * Lays out what changed: by currency, the services that changed most, and of
 * each the resources that did.
 *
 * @param services - with everything else as one with `isRest`
 * @param resources - of those services
 */
export function explainChanges(
  services: readonly ComparedSum[],
  resources: readonly ResourceChange[],
): CurrencyChange[] {
  const currencies = [...new Set(services.map(({ currency }) => currency))];
  return currencies.map(currency => {
    const sums = services.filter(it => it.currency === currency);
    const rest = sums.find(({ isRest }) => isRest);
    return {
      currency,
      amount: addUp(sums.map(({ amount }) => amount)),
      before: addUp(sums.map(({ before }) => before)),
      difference: addUp(sums.map(({ difference }) => difference)),
      services: sums
        .filter(({ difference, isRest }) => !isRest && !isZero(difference))
        .sort(byDifference)
        .map(sum =>
          explainService(
            sum,
            resources.filter(
              it => it.currency === currency && it.service === sum.value,
            ),
          ),
        ),
      rest: rest?.difference ?? '0',
    };
  });
}

function explainService(
  sum: ComparedSum,
  resources: readonly ResourceChange[],
): ServiceChange {
  const named = resources.filter(
    ({ difference, isRest }) => !isRest && !isZero(difference),
  );
  const explained = addUp(named.map(({ difference }) => difference));
  return {
    service: sum.value ?? null,
    amount: sum.amount,
    before: sum.before,
    difference: sum.difference,
    change: sum.change,
    reasons: addReasons(resources.flatMap(({ reasons }) => reasons)),
    resources: named
      .sort(byDifference)
      .map(({ currency: _, isRest: __, service: ___, reasons, ...shown }) => ({
        ...shown,
        reasons: addReasons(reasons),
      })),
    rest: new Exact(sum.difference).minus(explained).toFixed(),
  };
}

/** One part for each reason, the weightiest first; none of nothing. */
function addReasons(parts: readonly ReasonedPart[]): ReasonedPart[] {
  return CHANGE_REASONS.map(reason => ({
    reason,
    difference: addUp(
      parts
        .filter(part => part.reason === reason)
        .map(({ difference }) => difference),
    ),
  }))
    .filter(({ difference }) => !isZero(difference))
    .sort(byDifference);
}

function addUp(amounts: readonly string[]): string {
  return amounts
    .reduce((sum, amount) => sum.plus(amount), new Exact(0))
    .toFixed();
}

function isZero(amount: string): boolean {
  return new Exact(amount).isZero();
}

function byDifference(
  a: { difference: string },
  b: { difference: string },
): number {
  return new Exact(b.difference)
    .abs()
    .comparedTo(new Exact(a.difference).abs());
}
