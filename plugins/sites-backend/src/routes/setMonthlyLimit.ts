import { monthlyLimitSetPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toMonthlyCostReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function setMonthlyLimit(
  api: SitesRouter,
  { httpAuth, access, monthlyLimits }: RouteContext,
): void {
  api.put('/customers/:customer/monthly-limit', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, monthlyLimitSetPermission, customer);
    const cost = await monthlyLimits.setMonthlyLimit(customer, {
      ...req.body,
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toMonthlyCostReply(cost));
  });
}
