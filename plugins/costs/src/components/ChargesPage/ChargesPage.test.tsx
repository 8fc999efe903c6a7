import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { charge, finance } from '../../__testUtils__/samples';
import type { CostsApi } from '../../api';
import { CostsRouter } from '../CostsRouter';

const answers: Partial<CostsApi> = {
  listCharges: async () => ({
    items: [
      charge({ site: 'site_1' }),
      charge({
        row: 8,
        chargeDescription: undefined,
        effectiveCost: undefined,
      }),
    ],
    total: 1200,
    prices: 'purchase' as const,
    sums: [
      { amount: '1204.2034567', currency: 'EUR' },
      { amount: '3.5', currency: 'USD' },
    ],
  }),
  getCharge: async () => ({
    customer: 'acme',
    source: 'src_1',
    sourceName: 'Northern Cloud, main account',
    row: 7,
    part: 2,
    import: 'imp_1',
    fileName: 'november.csv',
    columns: { ChargeDescription: 'Small instance', BilledCost: '12.00' },
    extension: { x_Batch: '42' },
    allocation: { method: 'split', ratio: '0.25', rule: 'By direct cost' },
  }),
};

function renderCharges(
  options: Partial<Parameters<typeof renderPage>[1]> = {},
  search = 'from=2026-11-01&to=2026-12-01&filter=service_name:Compute',
) {
  const costs = options.costs ?? mockCostsApi(answers);
  renderPage(<CostsRouter />, {
    ...options,
    costs,
    at: `/costs/charges?${search}`,
    mountPath: '/costs/*',
  });
  return costs;
}

describe('ChargesPage', () => {
  it('begins with what the rows add up to, to the last digit', async () => {
    const costs = renderCharges();
    expect(
      await screen.findByText(
        /1,200 charges add up to €1,204\.2034567 · \$3\.50\./,
      ),
    ).toHaveTextContent('Effective cost, November 2026');
    expect(costs.listCharges).toHaveBeenCalledWith({
      from: '2026-11-01',
      to: '2026-12-01',
      metric: 'effective',
      filter: ['service_name:Compute'],
      offset: 0,
      limit: 50,
    });
  });

  it.each([
    [
      '1204.2034567',
      /They are the figure that led here, €1,204\.2034567, to the last digit\./,
    ],
    ['1204.2', /The figure that led here was €1,204\.20: .* by €0\.0034567\./],
  ])(
    'says whether they are the figure that led here: %s',
    async (amount, words) => {
      renderCharges({}, `from=2026-11-01&to=2026-12-01&figure=${amount}+EUR`);
      expect(await screen.findByText(words)).toBeVisible();
    },
  );

  it('shows each charge with its site; what is unknown is not zero', async () => {
    renderCharges();
    const row = await screen.findByRole('row', { name: /Small instance/ });
    expect(row).toHaveTextContent('November 3, 2026');
    expect(await within(row).findByText('The bike shop')).toBeVisible();
    expect(screen.getByRole('row', { name: /unknown/ })).not.toHaveTextContent(
      '€0',
    );
  });

  it('turns pages in the address', async () => {
    const costs = renderCharges();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await waitFor(() =>
      expect(costs.listCharges).toHaveBeenLastCalledWith(
        expect.objectContaining({ offset: 50, limit: 50 }),
      ),
    );
  });

  it('opens a charge with its columns, its origin and why it is whose', async () => {
    const costs = renderCharges({ me: finance, allowed: ofFinance });
    await userEvent.click(
      await screen.findByRole('link', { name: 'Small instance, by the hour' }),
    );
    const panel = within(await screen.findByRole('dialog'));
    expect(await panel.findByText('BilledCost')).toBeVisible();
    expect(panel.getByText('A share of a shared cost')).toBeVisible();
    expect(panel.getByText('25%')).toBeVisible();
    expect(panel.getByText('x_Batch')).toBeVisible();
    expect(panel.getByRole('link', { name: 'november.csv' })).toHaveAttribute(
      'href',
      '/costs/imports/imp_1',
    );
    expect(costs.getCharge).toHaveBeenCalledWith(
      { period: '2026-11-01', source: 'src_1', row: 7, part: 0 },
      'acme',
    );
  });

  it('exports what is shown in a version of FOCUS', async () => {
    const costs = renderCharges();
    const button = await screen.findByRole('button', { name: 'Export' });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'FOCUS 1.2 (CSV)' }),
    );
    await waitFor(() =>
      expect(costs.exportCharges).toHaveBeenCalledWith({
        from: '2026-11-01',
        to: '2026-12-01',
        filter: ['service_name:Compute'],
        version: '1.2',
        format: 'csv',
      }),
    );
  });

  it('says so when no charge is there', async () => {
    renderCharges({
      costs: mockCostsApi({
        listCharges: async () => ({
          items: [],
          prices: 'purchase',
          total: 0,
          sums: [],
        }),
      }),
    });
    expect(
      await screen.findByText('No charge passes these filters'),
    ).toBeVisible();
  });
});
