import { costsImportReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, toCsvLine } from '@freehold/plugin-tenancy-node';
import { pipeline } from 'node:stream/promises';
import type { RejectedRow } from '../database/RejectedRowsStore';
import type { CostsRouter, RouteContext } from './RouteContext';

export function downloadRejectedRows(
  api: CostsRouter,
  { httpAuth, access, imports }: RouteContext,
): void {
  api.get('/imports/:import/rejected-rows/download', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportReadPermission);
    const { found, parts } = await imports.readRejectedRows(req.params.import);
    res.status(200);
    res.attachment(`${found.importId}-rejected-rows.csv`);
    res.set('Cache-Control', 'no-store');
    res.type('text/csv');
    await pipeline(toCsv(parts), res);
  });
}

async function* toCsv(parts: AsyncIterable<RejectedRow[]>) {
  yield toCsvLine(['row', 'reasons', 'values']);
  for await (const rows of parts) {
    yield rows
      .map(({ raw, reasons, row }) =>
        toCsvLine([
          String(row),
          reasons.map(({ message }) => message).join('; '),
          raw,
        ]),
      )
      .join('');
  }
}
