import type { Markup } from './Markup';

/** The mark-ups of one customer, as the views of sale prices read them. */
export interface SalePrice {
  /** The first that matches a cost is the one that counts. */
  place: number;
  service_category?: string;
  valid_from: string;
  percent: string;
}

/**
 * What one customer pays beside what the business pays.
 *
 * @param markups - of the customer, and of all customers
 * @returns empty when there are none: then the customer sees what the business
 *   pays
 */
export function salePricesOf(
  customer: string,
  markups: readonly Markup[],
): SalePrice[] {
  return markups
    .filter(markup => (markup.customer ?? customer) === customer)
    .sort(closerFirst)
    .map(({ percent, serviceCategory, validFrom }, place) => ({
      place,
      service_category: serviceCategory,
      valid_from: validFrom,
      percent,
    }));
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
