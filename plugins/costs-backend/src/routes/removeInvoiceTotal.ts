import { costsImportPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function removeInvoiceTotal(
  api: CostsRouter,
  { httpAuth, access, reconciliation }: RouteContext,
): void {
  api.delete('/sources/:source/invoice-totals', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsImportPermission);
    const { currency, invoiceId, period } = req.query;
    await reconciliation.removeInvoiceTotal({
      sourceId: req.params.source,
      billingPeriod: period,
      invoiceId: invoiceId ?? '',
      currency,
    });
    res.status(204).end();
  });
}
