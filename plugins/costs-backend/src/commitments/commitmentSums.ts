/**
 * Sums of charges that agree in what commitment figures tell apart. The sum of
 * unknown amounts is not part of any of them: a charge without a list cost is
 * counted apart, not taken for one of zero.
 */
export interface CommitmentSums {
  currency: string;
  chargeCategory: string;
  /** `Used`, `Unused`, or none where no commitment is drawn on. */
  commitmentDiscountStatus: string | null;
  pricingCategory: string | null;
  rows: bigint;
  effectiveCost: string;
  listCost: string;
  /** Charges whose list cost is unknown, and their part of the effective cost. */
  rowsWithoutListCost: bigint;
  effectiveCostWithoutListCost: string;
}
