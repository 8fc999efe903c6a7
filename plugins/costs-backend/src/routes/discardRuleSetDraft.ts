import { costsAllocationChangePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function discardRuleSetDraft(
  api: CostsRouter,
  { httpAuth, access, rules }: RouteContext,
): void {
  api.delete('/allocation/draft', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationChangePermission,
    );
    await rules.discardDraft(req.query.revision);
    res.status(204).end();
  });
}
