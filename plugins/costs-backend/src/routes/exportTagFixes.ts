import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, toCsvLine } from '@freehold/plugin-tenancy-node';
import { pipeline } from 'node:stream/promises';
import type { TagFix } from '../tags/TagCompliance';
import type { CostsRouter, RouteContext } from './RouteContext';

export function exportTagFixes(
  api: CostsRouter,
  { httpAuth, access, tags }: RouteContext,
): void {
  api.get('/tag-fixes/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, key, kind, period, search } = req.query;
    const parts = tags.readTagFixes(scope, {
      customer: customer || undefined,
      billingPeriod: period,
      key: key || undefined,
      kind,
      search: search || undefined,
    });
    res.status(200);
    res.attachment(`tags-to-fix-${period}.csv`);
    res.set('Cache-Control', 'no-store');
    res.type('text/csv');
    await pipeline(toCsv(parts), res);
  });
}

const COLUMNS: Record<string, (fix: TagFix) => string> = {
  customer: fix => fix.customer,
  provider: fix => fix.serviceProviderName,
  account: fix => fix.subAccountId ?? '',
  resource: fix => fix.resourceId,
  name: fix => fix.resourceName ?? '',
  tag: fix => fix.key,
  problem: fix => fix.kind,
  found: fix => fix.found ?? '',
  wanted: fix => fix.wanted ?? '',
  cost: fix => fix.cost,
  currency: fix => fix.currency,
};

async function* toCsv(parts: AsyncIterable<TagFix[]>) {
  yield toCsvLine(Object.keys(COLUMNS));
  for await (const fixes of parts) {
    yield fixes
      .map(fix => toCsvLine(Object.values(COLUMNS).map(cell => cell(fix))))
      .join('');
  }
}
