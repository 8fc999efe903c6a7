import { costsAllocationReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { parseFilters } from '../domain/CostQuery';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listUnallocatedCosts(
  api: CostsRouter,
  { httpAuth, access, unallocated }: RouteContext,
): void {
  api.get('/allocation/unallocated', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(
      credentials,
      costsAllocationReadPermission,
    );
    const { by, filter, from, tag, to } = req.query;
    const range = { from, to, filters: parseFilters(filter) };
    res.status(200).json(await unallocated.listUnallocated(range, { by, tag }));
  });
}
