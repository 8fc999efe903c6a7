/**
 * The sums that coverage needs, of allocated charges in DuckDB. The parts of a split row are one row, and together weigh
 * what it weighs, since they share its sign.
 *
 * @param cost - the column to go by, or an expression of type `numeric`
 */
export function coverageSumsSql(cost: string): string {
  const isAllocated = `allocation_method <> 'none'`;
  return `
    billing_currency as currency,
    coalesce(sum(abs(${cost})), 0) as cost,
    coalesce(sum(abs(${cost})) filter (where ${isAllocated}), 0) as allocated_cost,
    count(*) filter (where part <= 1) as rows,
    count(*) filter (where part <= 1 and ${isAllocated}) as allocated_rows`;
}
