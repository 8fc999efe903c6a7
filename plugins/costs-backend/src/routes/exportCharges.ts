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
import { writeChargesPdf } from '../writing/report';
import { beginFile } from './beginFile';
import type { CostsRouter, RouteContext } from './RouteContext';

const VERSIONS = { '1.2': FOCUS_1_2_EXPORT, '1.4': FOCUS_1_4_EXPORT };

export function exportCharges(
  api: CostsRouter,
  { httpAuth, access, costs, parquet, reports }: RouteContext,
): void {
  api.get('/charges/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, filter, from, to } = req.query;
    const { format = 'csv', metric = 'effective', version = '1.4' } = req.query;
    const range = {
      customer: customer || undefined,
      from,
      to,
      filters: parseFilters(filter),
    };
    const parts = costs.readCharges(scope, range);
    const days = `${from}-to-${to}`;
    if (format === 'pdf') {
      const about = { ...range, metric };
      const paper = await reports.describeCharges(scope, about, credentials);
      beginFile(res, `charges-${days}`, format);
      await pipeline(writeChargesPdf(paper, parts, new Date()), res);
      return;
    }
    const begin = () =>
      beginFile(res, `charges-${days}-focus-${version}`, format);
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
