import { costsAllocationReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toCount } from '../domain/toCount';
import { toRuleSetReply } from './allocationReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getRuleSet(
  api: CostsRouter,
  { httpAuth, access, rules }: RouteContext,
): void {
  api.get('/allocation/rule-sets/:version', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationReadPermission,
    );
    const version = await rules.getRuleSet(toCount(req.params.version));
    res.status(200).json(toRuleSetReply(version));
  });
}
