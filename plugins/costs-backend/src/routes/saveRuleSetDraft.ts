import { costsAllocationChangePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toRuleSetReply } from './allocationReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function saveRuleSetDraft(
  api: CostsRouter,
  { httpAuth, access, rules }: RouteContext,
): void {
  api.put('/allocation/draft', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationChangePermission,
    );
    const { revision, rules: wanted } = req.body;
    const draft = await rules.saveDraft({
      revision,
      rules: wanted,
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toRuleSetReply(draft));
  });
}
