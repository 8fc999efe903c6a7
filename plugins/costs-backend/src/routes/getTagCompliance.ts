import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toKeyComplianceReply } from './tagReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function getTagCompliance(
  api: CostsRouter,
  { httpAuth, access, tags }: RouteContext,
): void {
  api.get('/tag-compliance', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, from, to } = req.query;
    const { items, requirements } = await tags.getTagCompliance(scope, {
      customer: customer || undefined,
      from,
      to,
    });
    res.status(200).json({
      requirements: requirements.map(({ allowedValues, key, required }) => ({
        key,
        required,
        ...(allowedValues && { allowedValues }),
      })),
      items: items.map(toKeyComplianceReply),
    });
  });
}
