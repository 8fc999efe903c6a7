import { Decimal } from 'decimal.js';
import { shareOf } from '../allocation/shareOf';
import type { TagProblemKind } from './TagSchema';

const Exact = Decimal.clone({ precision: 100 });

/** How much of something has its tags as it ought to; costs without their sign. */
export interface ComplianceFigures {
  cost: string;
  /** Of what lacks the tag. */
  missingCost: string;
  /** Of what has a value that is not allowed, or two. */
  wrongCost: string;
  resources: number;
  missingResources: number;
  wrongResources: number;
}

/** Of one key in one billing period and currency. */
export interface KeyCompliance extends ComplianceFigures {
  billingPeriod: string;
  key: string;
  currency: string;
}

/** Of one customer: all keys together, so that a resource counts once for each. */
export interface CustomerCompliance extends ComplianceFigures {
  customer: string;
  currency: string;
}

/** One thing to fix in one resource. */
export interface TagFix {
  customer: string;
  key: string;
  kind: TagProblemKind;
  found?: string;
  wanted?: string;
  serviceProviderName: string;
  subAccountId?: string;
  resourceId: string;
  resourceName?: string;
  currency: string;
  /** What it cost in the month, with its sign. */
  cost: string;
  charges: number;
}

/** Which things to fix are asked for. */
export interface TagFixFilter {
  billingPeriod: string;
  key?: string;
  kind?: TagProblemKind;
  /** Of the resource's id or name, or the account. */
  search?: string;
}

/** The shares that comply, from `0` to `1`; none of nothing. */
export function complianceOf(figures: ComplianceFigures): {
  byCost: string | null;
  byResources: string | null;
} {
  const { cost, missingCost, missingResources, resources } = figures;
  const { wrongCost, wrongResources } = figures;
  const compliant = new Exact(cost).minus(missingCost).minus(wrongCost);
  return {
    byCost: shareOf(compliant.toFixed(), cost),
    byResources: shareOf(
      String(resources - missingResources - wrongResources),
      String(resources),
    ),
  };
}
