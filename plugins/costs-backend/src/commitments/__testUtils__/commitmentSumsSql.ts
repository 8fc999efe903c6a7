/** What `commitmentSumsSql` groups by. */
export const COMMITMENT_GROUPS = [
  'billing_currency',
  'charge_category',
  'commitment_discount_status',
  'pricing_category',
] as const;

/**
 * The select list that makes `CommitmentSums` of charges in DuckDB; group by `COMMITMENT_GROUPS`.
 *
 * @param columns - expressions of the two costs, where they are not `numeric`
 */
export function commitmentSumsSql(
  columns = { effectiveCost: 'effective_cost', listCost: 'list_cost' },
): string {
  const { effectiveCost, listCost } = columns;
  return `
    billing_currency as currency,
    charge_category,
    commitment_discount_status,
    pricing_category,
    count(*) as rows,
    coalesce(sum(${effectiveCost}), 0) as effective_cost,
    coalesce(sum(${listCost}), 0) as list_cost,
    count(*) filter (where ${listCost} is null) as rows_without_list_cost,
    coalesce(sum(${effectiveCost}) filter (where ${listCost} is null), 0)
      as effective_cost_without_list_cost`;
}
