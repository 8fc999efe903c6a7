import { screen, waitFor } from '@testing-library/react';
import { mockCostsApi, renderPage } from '../../__testUtils__/renderPage';
import { finance, summary } from '../../__testUtils__/samples';
import { CostOfMonth } from './CostOfMonth';

describe('CostOfMonth', () => {
  it('says what a site cost, at which pace, and leads to all of it', async () => {
    const costs = mockCostsApi();
    renderPage(<CostOfMonth customer="acme" site="site_1" />, { costs });
    expect(
      await screen.findByRole('link', { name: '€1,204.20' }),
    ).toHaveAttribute(
      'href',
      '/costs/charges?from=2026-11-01&to=2026-11-22&filter=site%3Asite_1&figure=1204.2034567+EUR',
    );
    expect(
      screen.getByText('€1,806.31 at this pace · €1,650.00 in October'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'See all of it' })).toHaveAttribute(
      'href',
      '/costs?filter=site%3Asite_1',
    );
    expect(costs.getSummary).toHaveBeenCalledWith({
      customer: 'acme',
      site: 'site_1',
    });
  });

  it('leads staff to that customer’s costs', async () => {
    renderPage(<CostOfMonth customer="acme" />, {
      costs: mockCostsApi(),
      me: finance,
    });
    expect(
      await screen.findByRole('link', { name: 'See all of it' }),
    ).toHaveAttribute('href', '/costs?filter=customer%3Aacme');
  });

  it('says so before the first charge has come in', async () => {
    renderPage(<CostOfMonth customer="acme" />, {
      costs: mockCostsApi({
        getSummary: async () => ({ ...summary(), currencies: [] }),
      }),
    });
    expect(
      await screen.findByText('No charge of this month has come in yet.'),
    ).toBeVisible();
  });

  it('is not there for those who may not see costs', async () => {
    const costs = mockCostsApi();
    const { container } = await waitFor(() =>
      renderPage(<CostOfMonth customer="acme" />, { costs, allowed: [] }),
    );
    await waitFor(() => expect(container).toBeDefined());
    expect(screen.queryByText('Cloud cost this month')).toBeNull();
    expect(costs.getSummary).not.toHaveBeenCalled();
  });
});
