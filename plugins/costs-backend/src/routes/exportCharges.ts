import { costsReadPermission } from '@freehold/plugin-costs-common';
import { pipeline } from 'node:stream/promises';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { ChargeRow } from '../database/ChargesStore';
import { parseFilters } from '../domain/CostQuery';
import { FOCUS_1_2_EXPORT, FOCUS_1_4_EXPORT, writeFocusCsv } from '../writing';
import type { CostsRouter, RouteContext } from './RouteContext';

const FORMATS = { '1.2': FOCUS_1_2_EXPORT, '1.4': FOCUS_1_4_EXPORT };

export function exportCharges(
  api: CostsRouter,
  { httpAuth, access, costs }: RouteContext,
): void {
  api.get('/charges/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, filter, from, to, version = '1.4' } = req.query;
    const parts = costs.readCharges(scope, {
      customer: customer || undefined,
      from,
      to,
      filters: parseFilters(filter),
    });
    res.status(200);
    res.attachment(`charges-${from}-to-${to}-focus-${version}.csv`);
    res.set('Cache-Control', 'no-store');
    res.type('text/csv');
    await pipeline(writeFocusCsv(FORMATS[version], oneByOne(parts)), res);
  });
}

async function* oneByOne(parts: AsyncIterable<ChargeRow[]>) {
  for await (const rows of parts) {
    yield* rows;
  }
}
