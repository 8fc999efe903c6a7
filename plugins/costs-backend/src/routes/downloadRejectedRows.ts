import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, toCsvLine } from '@freehold/plugin-tenancy-node';
import { pipeline } from 'node:stream/promises';
import type { RejectedRow } from '../database/RejectedRowsStore';
import { CORRECTION_COLUMNS } from '../imports/readCorrection';
import type { CostsRouter, RouteContext } from './RouteContext';

export function downloadRejectedRows(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.get('/imports/:import/rejected-rows/download', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const { columns, found, parts } = await imports.readRejectedRows(
      req.params.import,
    );
    res.status(200);
    res.attachment(`${found.importId}-rejected-rows.csv`);
    res.set('Cache-Control', 'no-store');
    res.type('text/csv');
    await pipeline(toCsv(columns, parts), res);
  });
}

async function* toCsv(
  columns: readonly string[],
  parts: AsyncIterable<RejectedRow[]>,
) {
  yield toCsvLine([...CORRECTION_COLUMNS, ...columns]);
  for await (const rows of parts) {
    yield rows.map(row => toCsvLine(toCells(columns, row))).join('');
  }
}

function toCells(
  columns: readonly string[],
  { raw, reasons, row }: RejectedRow,
): string[] {
  const values: Record<string, string | null> | string = JSON.parse(raw);
  const said = reasons.map(({ message }) => message);
  // A line that could not be split has no cells; it is shown as it was.
  return typeof values === 'string'
    ? [String(row), [...said, values].join('; '), ...columns.map(() => '')]
    : [
        String(row),
        said.join('; '),
        ...columns.map(name => values[name] ?? ''),
      ];
}
