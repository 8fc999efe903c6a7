import type { SalePrices } from '../domain/SalePrices';

/**
 * SQL of a cost as its reader pays for it, with every digit.
 *
 * @param day - SQL of the day of the cost
 * @param prices - none for the business itself
 */
export function pricedCost(
  cost: string,
  day: string,
  prices: SalePrices | undefined,
): string {
  return prices ? `trim_scale(${cost} * ${prices.factor(day)})` : cost;
}
