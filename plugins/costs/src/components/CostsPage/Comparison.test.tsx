import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance, reply, sum, summary } from '../../__testUtils__/samples';
import type { ComparedSum, CostsQuery, CurrencyChange } from '../../api';
import { CostsRouter } from '../CostsRouter';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';

const costsOf = async ({ from, granularity }: CostsQuery) => {
  const amount = from === '2026-10-01' ? '150' : '100';
  return granularity === 'total'
    ? reply(sum({ value: 'site_1', amount: '150', charges: 12 }))
    : reply(sum({ period: from, value: 'Compute', amount }));
};

const compared = (changes: Partial<ComparedSum> = {}): ComparedSum => ({
  currency: 'EUR',
  amount: '150',
  before: '100',
  difference: '50',
  change: '0.5',
  charges: 12,
  chargesBefore: 9,
  ...changes,
});

const change: CurrencyChange = {
  currency: 'EUR',
  amount: '150',
  before: '100',
  difference: '50',
  rest: '1',
  services: [
    {
      service: 'Compute',
      amount: '149',
      before: '100',
      difference: '49',
      change: '0.49',
      reasons: [
        { reason: 'new', difference: '60' },
        { reason: 'usage', difference: '-11' },
        { reason: 'price', difference: '0.0000001' },
      ],
      resources: [
        {
          resourceId: 'i-9',
          name: 'web-9',
          type: null,
          amount: '60',
          before: '0',
          difference: '60',
          reasons: [{ reason: 'new', difference: '60' }],
        },
        {
          resourceId: 'i-1',
          name: null,
          type: null,
          amount: '0',
          before: '7',
          difference: '-7',
          reasons: [{ reason: 'gone', difference: '-7' }],
        },
      ],
      rest: '-4',
    },
  ],
};

function renderCosts(
  search: string,
  options: Partial<Parameters<typeof renderPage>[1]> = {},
) {
  const costs =
    options.costs ??
    mockCostsApi({
      queryCosts: costsOf,
      compareCosts: async ({ groupBy }) => ({
        items: groupBy
          ? [
              compared({ value: 'site_1' }),
              compared({
                value: null,
                amount: '0',
                before: '5',
                difference: '-5',
                change: '-1',
              }),
            ]
          : [compared()],
      }),
      explainChanges: async () => ({ currencies: [change] }),
      listTopResources: async () => ({
        items: [
          {
            customer: 'acme',
            site: 'site_1',
            resourceId: 'i-9',
            name: 'web-9',
            service: 'Compute',
            currency: 'EUR',
            amount: '60',
            before: '40',
            difference: '20',
            change: '0.5',
          },
        ],
      }),
    });
  renderPage(<CostsRouter />, {
    ...options,
    costs,
    at: `/costs?${search}`,
    mountPath: '/costs/*',
  });
  return costs;
}

describe('comparing on the dashboard', () => {
  it('says how much more it is, and that the months are not of one length', async () => {
    const costs = renderCosts(`${OCTOBER}&vs=before`);
    expect(
      await screen.findByRole('heading', {
        name: '€50.00 more than in September 2026',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(
        /October 2026 has 31 days here, September 2026 has 30: €4.84 a day against €3.33/,
      ),
    ).toBeVisible();
    expect(costs.compareCosts).toHaveBeenCalledWith({
      from: '2026-10-01',
      to: '2026-11-01',
      metric: 'effective',
      filter: undefined,
      comparedFrom: '2026-09-01',
      comparedTo: '2026-10-01',
    });
  });

  it('shows each value beside what it was, each figure leading to its rows', async () => {
    renderCosts(`${OCTOBER}&vs=before`);
    const table = await screen.findByRole('table', { name: 'By site' });
    const row = await within(table).findByRole('row', {
      name: /The bike shop/,
    });
    expect(row).toHaveTextContent('+€50.00+50%');
    expect(within(row).getByRole('link', { name: '€100.00' })).toHaveAttribute(
      'href',
      '/costs/charges?from=2026-09-01&to=2026-10-01&filter=site%3Asite_1&vs=before&figure=100+EUR',
    );
    expect(
      within(table).getByRole('row', { name: /No site/ }),
    ).toHaveTextContent('-€5.00gone');
  });

  it('has the days beside in the table of the trend', async () => {
    renderCosts(`${OCTOBER}&per=month&vs=before`);
    const [toggle] = await screen.findAllByRole('radio', { name: 'Table' });
    await userEvent.click(toggle);
    const table = await screen.findByRole('table', { name: 'Over time' });
    expect(
      await within(table).findByRole('columnheader', {
        name: 'In all, September 2026',
      }),
    ).toBeVisible();
    expect(
      within(table).getByRole('row', { name: /October 2026/ }),
    ).toHaveTextContent('€150.00€100.00+€50.00');
  });

  it('is chosen beside the range, and stands in the address', async () => {
    const costs = renderCosts(OCTOBER);
    await userEvent.click(
      await screen.findByRole('button', { name: /Compare with/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'A year before' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: '€50.00 more than in October 2025',
      }),
    ).toBeVisible();
    expect(costs.compareCosts).toHaveBeenCalledWith(
      expect.objectContaining({ comparedFrom: '2025-10-01' }),
    );
  });
});

describe('what changed', () => {
  it('names service, resource and reason, and parts that are the whole', async () => {
    renderCosts(OCTOBER);
    expect(
      await screen.findByRole('heading', {
        name: '€50.00 more than in September 2026, above all Compute',
      }),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'What changed' });
    expect(
      within(table).getByText(
        'new +€60.00, used less at the same price -€11.00',
      ),
    ).toBeVisible();
    expect(within(table).getByText('Other resources: -€4.00')).toBeVisible();
    expect(
      within(table).getByRole('row', { name: /All other services/ }),
    ).toHaveTextContent('+€1.00');
    expect(
      within(table).getByRole('row', { name: /The whole change/ }),
    ).toHaveTextContent('+€50.00');
  });

  it('leads to the rows of now, and of before for what is gone', async () => {
    renderCosts(OCTOBER);
    const table = await screen.findByRole('table', { name: 'What changed' });
    const filters = 'filter=service_name%3ACompute&filter=resource_id%3Ai-';
    expect(within(table).getByRole('link', { name: 'web-9' })).toHaveAttribute(
      'href',
      `/costs/charges?${OCTOBER}&${filters}9&figure=60+EUR`,
    );
    expect(within(table).getByRole('link', { name: 'i-1' })).toHaveAttribute(
      'href',
      `/costs/charges?from=2026-09-01&to=2026-10-01&${filters}1&figure=7+EUR`,
    );
  });

  it('is not there where there was nothing before', async () => {
    renderCosts(OCTOBER, {
      costs: mockCostsApi({
        queryCosts: costsOf,
        explainChanges: async () => ({
          currencies: [{ ...change, before: '0' }],
        }),
      }),
    });
    expect(await screen.findByRole('table', { name: 'By site' })).toBeVisible();
    expect(screen.queryByRole('table', { name: 'What changed' })).toBeNull();
    expect(
      screen.queryByRole('table', { name: 'Dearest resources' }),
    ).toBeNull();
  });
});

describe('the dearest resources', () => {
  it('are shown with whose they are and what changed, of one customer each', async () => {
    renderCosts(OCTOBER, { me: finance, allowed: ofFinance });
    const table = await screen.findByRole('table', {
      name: 'Dearest resources',
    });
    expect(
      await within(table).findByText('Acme Bikes · The bike shop'),
    ).toBeVisible();
    expect(within(table).getByText('+50%')).toBeVisible();
    expect(within(table).getByRole('link', { name: 'web-9' })).toHaveAttribute(
      'href',
      `/costs/charges?${OCTOBER}&filter=resource_id%3Ai-9&filter=customer%3Aacme&figure=60+EUR`,
    );
  });
});

describe('the gauge of what is allocated', () => {
  it('shows staff the share by cost and by charges, and leads to what is nobody’s', async () => {
    renderCosts(OCTOBER, {
      me: finance,
      allowed: ofFinance,
      costs: mockCostsApi({
        queryCosts: costsOf,
        getSummary: async () =>
          summary({
            allocationCoverage: '0.9166',
            allocationCoverageByRows: '0.5',
            unallocated: '12',
          }),
      }),
    });
    expect(
      await screen.findByRole('meter', { name: 'By cost' }),
    ).toHaveAttribute('aria-valuetext', '91.7%');
    expect(screen.getByRole('meter', { name: 'By charges' })).toHaveAttribute(
      'aria-valuetext',
      '50%',
    );
    expect(
      screen.getByRole('link', { name: 'See what is nobody’s' }),
    ).toHaveAttribute(
      'href',
      '/costs/charges?from=2026-11-01&to=2026-11-22&filter=allocation_method%3Anone&figure=12+EUR',
    );
  });
});

describe('exports of a view', () => {
  it('have what the page shows, with the days beside', async () => {
    const costs = renderCosts(`${OCTOBER}&vs=before&filter=site:site_1`);
    costs.exportReport.mockResolvedValue(undefined);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'By site (Parquet)' }),
    );
    await waitFor(() =>
      expect(costs.exportReport).toHaveBeenCalledWith({
        from: '2026-10-01',
        to: '2026-11-01',
        metric: 'effective',
        filter: ['site:site_1'],
        groupBy: 'site',
        stack: 'service_category',
        granularity: 'day',
        comparedFrom: '2026-09-01',
        comparedTo: '2026-10-01',
        content: 'breakdown',
        format: 'parquet',
      }),
    );
  });

  it('say why they failed', async () => {
    const costs = renderCosts(OCTOBER);
    costs.exportReport.mockRejectedValue(new Error('The disk is full'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Report for people (PDF)' }),
    );
    expect(await screen.findByText('The export failed')).toBeVisible();
  });
});
