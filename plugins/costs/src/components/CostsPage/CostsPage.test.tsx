import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance, reply, sum, summary } from '../../__testUtils__/samples';
import type { CostsQuery } from '../../api';
import { CostsRouter } from '../CostsRouter';

const NOVEMBER = 'from=2026-11-01&to=2026-11-04';

/** Three days of two services in two currencies, however they are asked for. */
const costsOf = async ({ groupBy, granularity }: CostsQuery) => {
  if (granularity !== 'total') {
    return reply(
      sum({ period: '2026-11-01', value: 'Compute', amount: '60' }),
      sum({ period: '2026-11-03', value: 'Compute', amount: '100.5' }),
      sum({ period: '2026-11-03', value: 'Storage', amount: '39.5' }),
      sum({ period: '2026-11-03', value: null, isRest: true, amount: '1' }),
      sum({
        period: '2026-11-02',
        value: 'Mail',
        amount: '7',
        currency: 'USD',
      }),
    );
  }
  return groupBy === 'customer'
    ? reply(
        sum({ value: 'acme', amount: '150', charges: 12 }),
        sum({ value: 'default', amount: '50', charges: 3, unknown: 2 }),
      )
    : reply(
        sum({ value: 'site_1', amount: '150', charges: 12 }),
        sum({ value: null, amount: '50', charges: 3 }),
      );
};

function renderCosts(
  options: Partial<Parameters<typeof renderPage>[1]> = {},
  search = NOVEMBER,
) {
  const costs = options.costs ?? mockCostsApi({ queryCosts: costsOf });
  renderPage(<CostsRouter />, {
    ...options,
    costs,
    at: `/costs?${search}`,
    mountPath: '/costs/*',
  });
  return costs;
}

describe('CostsPage', () => {
  it('says first what this month cost, beside the last one', async () => {
    renderCosts();
    expect(
      await screen.findByText(
        /The sites of Acme Bikes cost €1,204.20 so far in November, 8% more than by this day in October\./,
      ),
    ).toHaveTextContent('The newest charge is of November 20, 2026.');
  });

  it('shows cards of what is known, and none of what is not', async () => {
    renderCosts({
      costs: mockCostsApi({
        queryCosts: costsOf,
        getSummary: async () =>
          summary({ commitmentUtilisation: '0.925', unallocated: '12.5' }),
      }),
    });
    const cards = within(
      await screen.findByRole('list', { name: 'This month' }),
    );
    expect(cards.getByText('92.5%')).toBeVisible();
    expect(cards.getByText('€1,204.20')).toHaveAttribute(
      'title',
      '1204.2034567 EUR',
    );
    expect(cards.getByText('€12.50')).toBeVisible();
    expect(cards.queryByText('Effective savings rate')).toBeNull();
    expect(cards.queryByText('Allocated')).toBeNull();
  });

  it('leads from a card to the charges that it is of, whatever else is filtered', async () => {
    renderCosts({}, `${NOVEMBER}&filter=service_name:Mail&filter=site:site_1`);
    expect(
      await screen.findByRole('link', { name: 'See the charges' }),
    ).toHaveAttribute(
      'href',
      '/costs/charges?from=2026-11-01&to=2026-11-22&filter=site%3Asite_1&figure=1204.2034567+EUR',
    );
  });

  it('tells over time what costs most and when, also in words', async () => {
    renderCosts();
    expect(
      await screen.findByRole('heading', {
        name: 'Compute is 80% of €201.00; the most was on November 3, 2026',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/Compute €160.50, Storage €39.50, All others €1.00/),
    ).toBeInTheDocument();
  });

  it('shows the same figures as a table, each leading to what it is made of', async () => {
    renderCosts();
    const [toggle] = await screen.findAllByRole('radio', { name: 'Table' });
    await userEvent.click(toggle);
    const table = await screen.findByRole('table', { name: 'Over time' });
    expect(within(table).getByRole('link', { name: '€39.50' })).toHaveAttribute(
      'href',
      '/costs/charges?from=2026-11-03&to=2026-11-04&filter=service_category%3AStorage',
    );
    expect(
      within(table).getByRole('row', { name: /November 2, 2026/ }),
    ).toHaveTextContent('€0.00');
    expect(within(table).queryByRole('link', { name: '€1.00' })).toBeNull();
  });

  it('leads from a customer down to its services, and to its charges', async () => {
    renderCosts({ me: finance, allowed: ofFinance });
    const table = await screen.findByRole('table', { name: 'By customer' });
    expect(
      await within(table).findByRole('link', { name: 'Acme Bikes' }),
    ).toHaveAttribute(
      'href',
      `/costs?${NOVEMBER}&by=service_category&filter=customer%3Aacme`,
    );
    expect(
      within(table).getByRole('link', { name: '12 charges' }),
    ).toHaveAttribute(
      'href',
      `/costs/charges?${NOVEMBER}&filter=customer%3Aacme&figure=150+EUR`,
    );
    expect(within(table).getByText('Own or nobody’s yet')).toBeVisible();
    expect(
      screen.getByText('2 charges have no such cost and add nothing.'),
    ).toBeVisible();
  });

  it('groups by site for customers, by the names of the sites', async () => {
    const costs = renderCosts();
    const table = await screen.findByRole('table', { name: 'By site' });
    expect(await within(table).findByText('The bike shop')).toBeVisible();
    expect(within(table).getByText('No site')).toBeVisible();
    expect(costs.queryCosts).toHaveBeenCalledWith(
      expect.objectContaining({ groupBy: 'site', granularity: 'total' }),
    );
  });

  it('asks for what the address says, and shows and removes its filters', async () => {
    const costs = renderCosts(
      {},
      `${NOVEMBER}&metric=list&filter=service_name:Compute`,
    );
    await waitFor(() =>
      expect(costs.queryCosts).toHaveBeenCalledWith(
        expect.objectContaining({
          from: '2026-11-01',
          to: '2026-11-04',
          metric: 'list',
          filter: ['service_name:Compute'],
        }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove the filter Service: Compute',
      }),
    );
    await waitFor(() =>
      expect(costs.queryCosts).toHaveBeenLastCalledWith(
        expect.objectContaining({ metric: 'list', filter: undefined }),
      ),
    );
  });

  it('never adds currencies: another one is shown by itself', async () => {
    const two = summary();
    two.currencies.push({ ...two.currencies[0], currency: 'USD' });
    renderCosts(
      {
        costs: mockCostsApi({
          queryCosts: costsOf,
          getSummary: async () => two,
        }),
      },
      `${NOVEMBER}&currency=USD`,
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Mail is 100% of $7.00; the most was on November 2, 2026',
      }),
    ).toBeVisible();
    expect(screen.getByText(/cost \$1,204.20 so far/)).toBeVisible();
  });

  it('moves in the heat map by arrow keys, in one stop of the tab key', async () => {
    renderCosts();
    const map = await screen.findByRole('table', {
      name: 'When each service cost',
    });
    const first = within(map).getByRole('link', {
      name: 'Compute, November 1, 2026: €60.00',
    });
    first.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(
      within(map).getByRole('link', {
        name: 'Storage, November 3, 2026: €39.50',
      }),
    ).toHaveFocus();
    expect(first).toHaveAttribute('tabindex', '-1');
  });

  it('offers the first import to staff while there is nothing', async () => {
    const nothing = { ...summary(), newestCharge: undefined, currencies: [] };
    renderCosts(
      {
        costs: mockCostsApi({ getSummary: async () => nothing }),
        me: finance,
        allowed: ofFinance,
      },
      '',
    );
    expect(await screen.findByText('No costs yet')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Import a file' }),
    ).toHaveAttribute('href', '/costs/imports');
  });

  it('tells customers when costs appear, and names no imports', async () => {
    const nothing = { ...summary(), newestCharge: undefined, currencies: [] };
    renderCosts({ costs: mockCostsApi({ getSummary: async () => nothing }) });
    expect(await screen.findByText('No costs yet')).toBeVisible();
    expect(screen.queryByRole('link', { name: /import/i })).toBeNull();
  });

  it('says so when nothing is of the days shown', async () => {
    renderCosts({ costs: mockCostsApi() });
    expect(
      await screen.findByText('Nothing was charged here'),
    ).toBeInTheDocument();
  });

  it('says why costs cannot be shown, with the request id', async () => {
    renderCosts({
      costs: mockCostsApi({
        getSummary: async () => {
          throw new PortalError({
            name: 'Error',
            message: 'internal',
            status: 500,
            requestId: 'req-9',
          });
        },
      }),
    });
    expect(await screen.findByText('req-9')).toBeInTheDocument();
    expect(screen.getByText('The costs could not be loaded')).toBeVisible();
  });

  it('shows nothing to those who may not see costs', async () => {
    const costs = renderCosts({ allowed: [] });
    expect(
      await screen.findByText('Costs are not shown to your role'),
    ).toBeVisible();
    expect(costs.getSummary).not.toHaveBeenCalled();
  });
});
