import { InputError } from '@backstage/errors';
import {
  costsReadPermission,
  type CostsPaths,
} from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { pipeline } from 'node:stream/promises';
import type { ReportQuery } from '../domain/CostReport';
import { parseDimension, parseFilters } from '../domain/CostQuery';
import {
  breakdownTable,
  trendTable,
  writeReportCsv,
  writeReportPdf,
} from '../writing/report';
import { beginFile } from './beginFile';
import type { CostsRouter, RouteContext } from './RouteContext';

type Query = CostsPaths['/report']['get']['parameters']['query'];

export function exportReport(
  api: CostsRouter,
  { httpAuth, access, parquet, reports }: RouteContext,
): void {
  api.get('/report', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { content = 'breakdown', customer, format, from, to } = req.query;
    const report = await reports.makeReport(
      scope,
      { ...readQuery(req.query), customer: customer || undefined },
      credentials,
    );
    const name = format === 'pdf' ? 'costs' : `costs-${content}`;
    const begin = () => beginFile(res, `${name}-${from}-to-${to}`, format);
    const table =
      content === 'trend' ? trendTable(report) : breakdownTable(report);
    switch (format) {
      case 'pdf':
        begin();
        await pipeline(writeReportPdf(report, new Date()), res);
        break;
      case 'parquet':
        await parquet.write(table.columns, inOnePart(table.rows), res, begin);
        break;
      default:
        begin();
        await pipeline(writeReportCsv(table), res);
    }
  });
}

function readQuery(query: Query): ReportQuery {
  const { comparedFrom, comparedTo, filter, from, granularity, groupBy, to } =
    query;
  if ((comparedFrom === undefined) !== (comparedTo === undefined)) {
    throw new InputError(
      `Give both of 'comparedFrom' and 'comparedTo', or neither.`,
    );
  }
  return {
    from,
    to,
    metric: query.metric ?? 'effective',
    filters: parseFilters(filter),
    groupBy: parseDimension(groupBy),
    stack: parseDimension(query.stack ?? 'service_category'),
    granularity: granularity ?? 'day',
    ...(comparedFrom &&
      comparedTo && { compared: { from: comparedFrom, to: comparedTo } }),
  };
}

async function* inOnePart<Row>(rows: readonly Row[]) {
  yield rows;
}
