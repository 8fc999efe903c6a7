import { costsReadPermission } from '@freehold/plugin-costs-common';
import { pipeline } from 'node:stream/promises';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { ChargeRow } from '../database/ChargesStore';
import { parseFilters } from '../domain/CostQuery';
import {
  FOCUS_1_2_EXPORT,
  FOCUS_1_4_EXPORT,
  readFocusRow,
  writeFocusCsv,
  type FocusExport,
} from '../writing';
import { beginFile } from './beginFile';
import type { CostsRouter, RouteContext } from './RouteContext';

const VERSIONS = { '1.2': FOCUS_1_2_EXPORT, '1.4': FOCUS_1_4_EXPORT };

export function exportCharges(
  api: CostsRouter,
  { httpAuth, access, costs, parquet }: RouteContext,
): void {
  api.get('/charges/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, filter, from, to } = req.query;
    const { format = 'csv', version = '1.4' } = req.query;
    const parts = costs.readCharges(scope, {
      customer: customer || undefined,
      from,
      to,
      filters: parseFilters(filter),
    });
    const begin = () =>
      beginFile(res, `charges-${from}-to-${to}-focus-${version}`, format);
    const focus = VERSIONS[version];
    if (format === 'parquet') {
      await parquet.write(focus.columns, asRows(focus, parts), res, begin);
      return;
    }
    begin();
    await pipeline(writeFocusCsv(focus, oneByOne(parts)), res);
  });
}

async function* asRows(focus: FocusExport, parts: AsyncIterable<ChargeRow[]>) {
  for await (const charges of parts) {
    yield charges.map(charge => readFocusRow(focus, charge));
  }
}

async function* oneByOne(parts: AsyncIterable<ChargeRow[]>) {
  for await (const rows of parts) {
    yield* rows;
  }
}
