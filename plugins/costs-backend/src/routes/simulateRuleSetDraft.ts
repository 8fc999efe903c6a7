import { costsAllocationReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { assertBillingPeriod } from '../domain/billingPeriod';
import type { CostsRouter, RouteContext } from './RouteContext';

export function simulateRuleSetDraft(
  api: CostsRouter,
  { httpAuth, access, simulation }: RouteContext,
): void {
  api.get('/allocation/draft/simulation', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationReadPermission,
    );
    const periods = req.query.period;
    periods.forEach(assertBillingPeriod);
    res.status(200).json(await simulation.simulateDraft(periods));
  });
}
