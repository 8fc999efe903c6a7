import { costsTagPolicyReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toTagPolicyReply } from './tagReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getTagPolicy(
  api: CostsRouter,
  { httpAuth, access, tagPolicies }: RouteContext,
): void {
  api.get('/tag-policy', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsTagPolicyReadPermission);
    const found = await tagPolicies.getTagPolicy();
    res.status(200).json(toTagPolicyReply(found));
  });
}
