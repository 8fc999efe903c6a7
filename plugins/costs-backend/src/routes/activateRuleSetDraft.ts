import { costsAllocationChangePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toRuleSetReply } from './allocationReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function activateRuleSetDraft(
  api: CostsRouter,
  { httpAuth, access, rules }: RouteContext,
): void {
  api.post('/allocation/draft/activate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationChangePermission,
    );
    const { comment, revision } = req.body;
    const active = await rules.activateDraft(revision, {
      comment: comment.trim(),
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toRuleSetReply(active));
  });
}
