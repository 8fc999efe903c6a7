import { InputError } from '@backstage/errors';
import type { Dimension, Metric } from './CostQuery';
import { literal } from '../reading/sql';
import type { Markup } from './Markup';

/** What the business pays its providers, which is not for who pays the business. */
const METRICS_OF_PURCHASE: ReadonlySet<Metric> = new Set<Metric>([
  'list',
  'contracted',
]);
const DIMENSIONS_OF_PURCHASE: ReadonlySet<Dimension> = new Set<Dimension>([
  'sub_account_id',
  'pricing_category',
  'commitment_discount_status',
  'invoice_id',
  'source',
]);

/**
 * What one customer pays for the charges that are laid to it: what the business
 * pays, and a mark-up. Taxes of providers are passed on as they are.
 */
export class SalePrices {
  /**
   * @param markups - of the customer, and of all customers
   * @returns undefined when there are none: then the customer sees what the
   *   business pays
   */
  static of(
    customer: string,
    markups: readonly Markup[],
  ): SalePrices | undefined {
    const applying = markups.filter(
      markup => (markup.customer ?? customer) === customer,
    );
    return applying.length > 0
      ? new SalePrices([...applying].sort(closerFirst))
      : undefined;
  }

  /** The first that matches a charge is the one that counts. */
  private constructor(private readonly markups: readonly Markup[]) {}

  /**
   * SQL of what a cost is multiplied by, for tables with the columns of charges.
   *
   * @param day - SQL of the day of a cost
   */
  factor(day: string): string {
    const cases = this.markups.map(
      ({ percent, serviceCategory, validFrom }) => {
        const conditions = [
          `${day} >= ${literal(validFrom)}::date`,
          ...(serviceCategory
            ? [`service_category = ${literal(serviceCategory)}`]
            : []),
        ];
        return `when ${conditions.join(' and ')} then 1 + ${literal(percent)}::numeric * 0.01`;
      },
    );
    return `(case when charge_category = 'Tax' then 1 ${cases.join(' ')} else 1 end)`;
  }

  /** @throws InputError that says what can be asked for instead */
  assertShown(asked: { metric?: Metric; dimensions: Iterable<Dimension> }) {
    if (asked.metric && METRICS_OF_PURCHASE.has(asked.metric)) {
      throw new InputError(
        `Costs are shown at the prices you pay, which have no ${asked.metric} cost. Ask for the billed or the effective one.`,
      );
    }
    for (const dimension of asked.dimensions) {
      if (DIMENSIONS_OF_PURCHASE.has(dimension)) {
        throw new InputError(
          `Costs are shown at the prices you pay, which are not told apart by ${dimension}. Choose another dimension.`,
        );
      }
    }
  }
}

/** Those of the customer first, of a service first among them, newest first. */
function closerFirst(one: Markup, other: Markup): number {
  return (
    closeness(other) - closeness(one) ||
    other.validFrom.localeCompare(one.validFrom)
  );
}

function closeness({ customer, serviceCategory }: Markup): number {
  return (customer ? 2 : 0) + (serviceCategory ? 1 : 0);
}
