import { costsAllocationChangePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { assertBillingPeriod } from '../domain/billingPeriod';
import { toImportReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function reallocatePeriods(
  api: CostsRouter,
  { httpAuth, access, reallocation }: RouteContext,
): void {
  api.post('/allocation/reallocations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationChangePermission,
    );
    const periods = req.body.periods.map(({ period, source }) => ({
      billingPeriod: assertBillingPeriod(period),
      sourceId: source,
    }));
    const queued = await reallocation.reallocatePeriods(
      periods,
      nameOfCaller(credentials),
    );
    res.status(202).json({ items: queued.map(toImportReply) });
  });
}
