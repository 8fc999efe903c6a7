/**
 * The effective cost of a charge `c` as a number to weigh by, or the billed
 * cost where there is none: nine decimals, which are enough for weights, and
 * never what is booked. DuckDB reads a text as `decimal(18, 9)` a hundred times
 * faster than as one of 38 digits, which the few that are too large for it take.
 */
export const COST_TO_WEIGH_BY = `coalesce(
  cast(try_cast(coalesce(c.effective_cost, c.billed_cost) as decimal(18, 9)) as decimal(38, 9)),
  try_cast(coalesce(c.effective_cost, c.billed_cost) as decimal(38, 9))
)`;
