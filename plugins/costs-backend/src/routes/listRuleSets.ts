import { costsAllocationReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toRuleSetHeadReply } from './allocationReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listRuleSets(
  api: CostsRouter,
  { httpAuth, access, rules }: RouteContext,
): void {
  api.get('/allocation/rule-sets', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationReadPermission,
    );
    const items = await rules.listRuleSets();
    res.status(200).json({ items: items.map(toRuleSetHeadReply) });
  });
}
