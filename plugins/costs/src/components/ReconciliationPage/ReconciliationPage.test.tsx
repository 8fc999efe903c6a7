import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance, source } from '../../__testUtils__/samples';
import type { Reconciliation } from '../../api';
import { CostsRouter } from '../CostsRouter';

const invoice = (values: Partial<Reconciliation>): Reconciliation => ({
  source: 'src_1',
  sourceName: 'AWS',
  period: '2026-10-01',
  invoiceId: 'INV-1',
  currency: 'EUR',
  charges: 3,
  categories: { Usage: '100', Tax: '19' },
  charged: '119',
  state: 'not-entered',
  ...values,
});

function renderInvoices(
  items: Reconciliation[],
  allowed: readonly string[] = ofFinance,
) {
  const costs = mockCostsApi({
    listReconciliations: async () => ({ items }),
    setInvoiceTotal: async () => {},
    removeInvoiceTotal: async () => {},
    listSources: async () => ({ items: [source()] }),
    importInvoiceTotals: async () => ({ entered: 3, unchanged: 1 }),
  });
  renderPage(<CostsRouter />, {
    me: finance,
    allowed,
    costs,
    at: '/costs/reconciliation',
    mountPath: '/costs/*',
  });
  return costs;
}

describe('ReconciliationPage', () => {
  it('says how many agree, and flags what differs in a word', async () => {
    renderInvoices([
      invoice({ state: 'matches', invoiced: '119', difference: '0' }),
      invoice({
        invoiceId: 'INV-2',
        state: 'differs',
        invoiced: '120',
        difference: '1',
      }),
      invoice({ invoiceId: '' }),
    ]);
    expect(
      await screen.findByText(
        '1 agree with their rows or are explained, 1 differ, 1 were not entered yet.',
      ),
    ).toBeVisible();
    const row = screen.getByRole('row', { name: /INV-2/ });
    expect(within(row).getByText('Differs')).toBeVisible();
    expect(within(row).getByText('€1.00')).toBeVisible();
    expect(
      screen.getByText('No invoice named', { exact: false }),
    ).toBeVisible();
  });

  it('keeps what is entered, with why it differs', async () => {
    const costs = renderInvoices([invoice({})]);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Enter what invoice INV-1 says',
      }),
    );
    const save = screen.getByRole('button', { name: 'Save' });
    const total = screen.getByLabelText(/Total in EUR/);
    await userEvent.type(total, '1,200');
    expect(save).toBeDisabled();
    await userEvent.clear(total);
    await userEvent.type(total, '119.005');
    await userEvent.type(screen.getByLabelText(/Why they differ/), 'Rounded');
    await userEvent.click(save);
    await waitFor(() =>
      expect(costs.setInvoiceTotal).toHaveBeenCalledWith('src_1', {
        period: '2026-10-01',
        invoiceId: 'INV-1',
        currency: 'EUR',
        total: '119.005',
        explanation: 'Rounded',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('takes back what was entered', async () => {
    const costs = renderInvoices([
      invoice({ state: 'differs', invoiced: '120', difference: '1' }),
    ]);
    await userEvent.click(
      await screen.findByRole('button', { name: /INV-1 says/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(costs.removeInvoiceTotal).toHaveBeenCalledWith('src_1', {
        period: '2026-10-01',
        invoiceId: 'INV-1',
        currency: 'EUR',
      }),
    );
  });

  it('takes a list of invoices for the only source, and says what came of it', async () => {
    const costs = renderInvoices([invoice({})]);
    expect(await screen.findByText('Enter many at once')).toBeVisible();
    const file = new File(['invoice,currency,amount\n'], 'invoices.csv');
    const input = document.querySelector('input[type=file]')!;
    fireEvent.change(input, { target: { files: [file] } });
    expect(
      await screen.findByText(
        'Totals that were entered: 3. Those that were there already: 1.',
      ),
    ).toBeVisible();
    expect(costs.importInvoiceTotals).toHaveBeenCalledWith(
      'src_1',
      file,
      expect.anything(),
    );
    expect(costs.listReconciliations).toHaveBeenCalledTimes(2);
  });

  it('lets those only read it who may not import', async () => {
    renderInvoices([invoice({})], ['costs.costs.read', 'costs.import.read']);
    expect(await screen.findByText('Not entered')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /INV-1 says/ }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('Enter many at once')).not.toBeInTheDocument();
  });
});
