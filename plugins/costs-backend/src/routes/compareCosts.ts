import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { parseDimension } from '../domain/CostQuery';
import { readComparedRange } from './readComparedRange';
import type { CostsRouter, RouteContext } from './RouteContext';

const DEFAULT_TOP = 200;

export function compareCosts(
  api: CostsRouter,
  { httpAuth, access, comparison }: RouteContext,
): void {
  api.get('/comparison', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { groupBy, top } = req.query;
    const range = readComparedRange(req.query);
    const items = await comparison.compareCosts(scope, {
      ...range,
      groupBy: groupBy ? parseDimension(groupBy) : undefined,
      top: top ?? DEFAULT_TOP,
    });
    res.status(200).json({
      metric: range.metric,
      items: items.map(({ isRest, unknown, ...shown }) => ({
        ...shown,
        ...(isRest && { isRest }),
        ...(unknown > 0 && { unknown }),
      })),
    });
  });
}
