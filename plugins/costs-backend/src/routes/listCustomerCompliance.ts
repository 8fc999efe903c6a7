import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toFiguresReply } from './tagReplies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listCustomerCompliance(
  api: CostsRouter,
  { httpAuth, access, tags }: RouteContext,
): void {
  api.get('/tag-compliance/customers', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, key, limit, offset, period } = req.query;
    const { items, total } = await tags.listCustomerCompliance(scope, {
      customer: customer || undefined,
      billingPeriod: period,
      key: key || undefined,
      offset: offset ?? 0,
      limit: limit ?? 50,
    });
    res.status(200).json({
      items: items.map(item => ({
        customer: item.customer,
        ...toFiguresReply(item),
      })),
      total,
    });
  });
}
