import { costsImportPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function setInvoiceTotal(
  api: CostsRouter,
  { httpAuth, access, reconciliation }: RouteContext,
): void {
  api.put('/sources/:source/invoice-totals', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportPermission);
    const { currency, explanation, invoiceId = '', period, total } = req.body;
    await reconciliation.setInvoiceTotal(
      {
        sourceId: req.params.source,
        billingPeriod: period,
        invoiceId,
        currency,
      },
      { total, explanation, by: nameOfCaller(credentials) },
    );
    res.status(204).end();
  });
}
