import type { PlanCheck, PlanFinding } from '@freehold/plugin-sites-node';
import type { CustomerTier } from '@freehold/plugin-tenancy-common';
import type { TierLimits } from './readTierLimits';

/**
 * Denies plans that exceed what the customer's tier allows. A site that exists
 * is never denied for its number, so that a customer whose tier went down can
 * still change and shrink what runs.
 */
export function createTierLimitsCheck(
  limits: Record<CustomerTier, TierLimits>,
): PlanCheck {
  return {
    id: 'tier-limits',
    async check({ kind, plan, site, customer, customerSiteCount }) {
      if (kind === 'destroy') {
        return [];
      }
      const { maxSites, sizes } = limits[customer.tier];
      const findings: PlanFinding[] = [];
      if (isNew(plan.summary) && customerSiteCount > maxSites) {
        findings.push({
          effect: 'deny',
          reason: `The ${customer.tier} tier includes ${count(maxSites)}, and this would be number ${customerSiteCount}, counting those that failed. Delete one that is not needed, or move to a higher tier, and retry.`,
        });
      }
      if (!sizes.includes(site.size)) {
        findings.push({
          effect: 'deny',
          reason: `The ${customer.tier} tier does not include the size '${site.size}'. It includes: ${sizes.join(', ') || 'none'}. Choose one of these, or move to a higher tier.`,
        });
      }
      return findings;
    },
  };
}

function isNew(summary: {
  update: number;
  replace: number;
  destroy: number;
}): boolean {
  return summary.update + summary.replace + summary.destroy === 0;
}

function count(sites: number): string {
  return sites === 1 ? '1 site' : `${sites} sites`;
}
