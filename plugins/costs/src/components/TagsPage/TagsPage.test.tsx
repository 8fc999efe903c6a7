import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockCostsApi,
  ofFinance,
  renderPage,
} from '../../__testUtils__/renderPage';
import { finance } from '../../__testUtils__/samples';
import type { CostsApi, TagCompliance, TagFix } from '../../api';
import { CostsRouter } from '../CostsRouter';

const compliance = (values: Partial<TagCompliance>): TagCompliance => ({
  period: '2026-10-01',
  key: 'env',
  currency: 'EUR',
  cost: '100',
  missingCost: '15',
  wrongCost: '5',
  resources: 10,
  missingResources: 2,
  wrongResources: 1,
  byCost: '0.8',
  byResources: '0.7',
  ...values,
});

const fix = (values: Partial<TagFix>): TagFix => ({
  customer: 'acme',
  key: 'env',
  kind: 'not-allowed',
  found: 'env=prdo',
  wanted: 'env=prod',
  serviceProviderName: 'AWS',
  subAccountId: '123456',
  resourceId: 'i-1',
  resourceName: 'shop-server',
  currency: 'EUR',
  cost: '12.50',
  charges: 3,
  ...values,
});

const requirements = [
  { key: 'env', required: true, allowedValues: ['prod', 'dev'] },
  { key: 'owner', required: true },
];

function renderTags(
  options: {
    answers?: Partial<CostsApi>;
    isFinance?: boolean;
    at?: string;
  } = {},
) {
  const costs = mockCostsApi({
    getTagCompliance: async () => ({
      requirements,
      items: [
        compliance({ period: '2026-09-01', byCost: '0.5' }),
        compliance({}),
        compliance({
          key: 'owner',
          missingCost: '0',
          wrongCost: '0',
          byCost: '1',
        }),
      ],
    }),
    listCustomerCompliance: async () => ({
      items: [
        { ...compliance({}), customer: 'acme' },
        { ...compliance({ byCost: '0.25' }), customer: 'birch' },
      ],
      total: 2,
    }),
    listTagFixes: async () => ({
      items: [
        fix({}),
        fix({ kind: 'missing', found: undefined, wanted: undefined }),
      ],
      total: 2,
    }),
    exportTagFixes: async () => {},
    ...options.answers,
  });
  renderPage(<CostsRouter />, {
    ...(options.isFinance && {
      me: finance,
      allowed: [
        ...ofFinance,
        'costs.tag-policy.read',
        'costs.tag-policy.update',
      ],
    }),
    costs,
    at: options.at ?? '/costs/tags',
    mountPath: '/costs/*',
  });
  return costs;
}

describe('TagsPage', () => {
  it('says how much of the newest month complies, and by which tag least', async () => {
    renderTags();
    expect(
      await screen.findByText(
        'In October 2026, tags are as they ought to be for 90% of the cost.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'env is the tag that complies least, for 80% of the cost',
      ),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'By tag' });
    expect(
      within(table).getByRole('row', { name: /env.*80%.*70%.*2 resources/ }),
    ).toBeVisible();
    expect(within(table).getByText('Allowed: prod, dev')).toBeVisible();
  });

  it('shows the months as a table too', async () => {
    renderTags();
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'Compliance by month' });
    expect(
      within(table).getByRole('row', { name: /September 2026 50% –/ }),
    ).toBeVisible();
  });

  it('lists what to fix with what it should be, and where it is charged', async () => {
    renderTags();
    const table = await screen.findByRole('table', { name: 'What to fix' });
    const [, wrong, missing] = within(table).getAllByRole('row');
    expect(wrong).toHaveTextContent('Not allowed');
    expect(wrong).toHaveTextContent('env=prod');
    expect(within(wrong).getByText('€12.50')).toBeVisible();
    expect(missing).toHaveTextContent('One of prod, dev');
    expect(
      within(wrong).getByRole('link', { name: 'shop-server' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('from=2026-10-01&to=2026-11-01'),
    );
  });

  it('narrows what to fix, and exports what is shown', async () => {
    const costs = renderTags({ at: '/costs/tags?key=env&kind=missing' });
    await screen.findByRole('table', { name: 'What to fix' });
    expect(costs.listTagFixes).toHaveBeenLastCalledWith(
      expect.objectContaining({
        period: '2026-10-01',
        key: 'env',
        kind: 'missing',
      }),
    );
    await userEvent.type(screen.getByRole('searchbox'), 'shop');
    await waitFor(() =>
      expect(costs.listTagFixes).toHaveBeenLastCalledWith(
        expect.objectContaining({ search: 'shop', offset: 0 }),
      ),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Export as CSV' }),
    );
    expect(costs.exportTagFixes).toHaveBeenCalledWith({
      period: '2026-10-01',
      key: 'env',
      kind: 'missing',
      search: 'shop',
    });
  });

  it('keeps other customers and the policy from a member', async () => {
    const costs = renderTags();
    await screen.findByRole('table', { name: 'What to fix' });
    expect(costs.listCustomerCompliance).not.toHaveBeenCalled();
    expect(
      screen.queryByRole('link', { name: 'Tag policy' }),
    ).not.toBeInTheDocument();
  });

  it('lets staff narrow to one of the customers, and back', async () => {
    const costs = renderTags({ isFinance: true });
    const table = await screen.findByRole('table', { name: 'By customer' });
    expect(
      within(table).getByRole('row', { name: /birch.*25%.*€20/ }),
    ).toBeVisible();
    const fixes = screen.getByRole('table', { name: 'What to fix' });
    expect(
      within(fixes).getAllByText('Acme Bikes · AWS · 123456')[0],
    ).toBeVisible();
    await userEvent.click(
      await within(table).findByRole('link', { name: 'Acme Bikes' }),
    );
    await waitFor(() =>
      expect(costs.getTagCompliance).toHaveBeenLastCalledWith(
        expect.objectContaining({ customer: 'acme' }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all customers again' }),
    );
    expect(
      await screen.findByRole('table', { name: 'By customer' }),
    ).toBeVisible();
  });

  it('says what will be here before any tag is asked for', async () => {
    renderTags({
      isFinance: true,
      answers: {
        getTagCompliance: async () => ({ requirements: [], items: [] }),
      },
    });
    expect(await screen.findByText('No tags are asked for yet')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Write the tag policy' }),
    ).toHaveAttribute('href', '/costs/tags/policy');
  });

  it('says why the figures are not there', async () => {
    renderTags({
      answers: {
        getTagCompliance: () => Promise.reject(new Error('Database is away')),
      },
    });
    expect(
      await screen.findByText('How tags comply could not be loaded'),
    ).toBeVisible();
  });
});
