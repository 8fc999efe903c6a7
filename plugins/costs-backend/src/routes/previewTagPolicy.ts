import { costsTagPolicyUpdatePermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toTagPreviewReply } from './tagReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function previewTagPolicy(
  api: CostsRouter,
  { httpAuth, access, tagPolicies }: RouteContext,
): void {
  api.post('/tag-policy/preview', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsTagPolicyUpdatePermission,
    );
    const { basedOn, ...schema } = req.body;
    const preview = await tagPolicies.previewTagPolicy({
      schema,
      billingPeriod: req.query.period,
    });
    res.status(200).json(toTagPreviewReply(preview));
  });
}
