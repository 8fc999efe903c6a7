import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toMonthlyCostReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getMonthlyLimit(
  api: SitesRouter,
  { httpAuth, access, monthlyLimits }: RouteContext,
): void {
  api.get('/customers/:customer/monthly-limit', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, siteReadPermission, customer);
    const cost = await monthlyLimits.getMonthlyLimit(customer);
    res.status(200).json(toMonthlyCostReply(cost));
  });
}
