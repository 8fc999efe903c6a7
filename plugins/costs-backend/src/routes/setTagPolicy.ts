import { costsTagPolicyUpdatePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toTagPolicyReply } from './tagReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function setTagPolicy(
  api: CostsRouter,
  { httpAuth, access, tagPolicies }: RouteContext,
): void {
  api.put('/tag-policy', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsTagPolicyUpdatePermission,
    );
    const { basedOn, ...schema } = req.body;
    const found = await tagPolicies.setTagPolicy({
      schema,
      basedOn,
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toTagPolicyReply(found));
  });
}
