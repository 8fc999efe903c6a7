import { costsImportPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function importInvoiceTotals(
  api: CostsRouter,
  { httpAuth, access, reconciliation }: RouteContext,
): void {
  api.post('/sources/:source/invoice-totals/import', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportPermission);
    const outcome = await reconciliation.importInvoiceTotals(
      req.params.source,
      req,
      { by: nameOfCaller(credentials) },
    );
    res.status(200).json(outcome);
  });
}
