import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meApiRef, PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi, type Viewing } from '../../api';
import {
  customer,
  fakeTenancyApi,
  meApi,
  member,
  monthlyCost,
  sitesUsage,
  usage,
  FreshPermissions,
} from '../../__testUtils__';
import { loadPage } from '../../session/loadPage';
import { CustomerPage } from './CustomerPage';

jest.mock('../../session/loadPage');

function renderPage(
  parts: Partial<TenancyApi>,
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  renderInTestApp(
    <FreshPermissions>
      <CustomerPage />
    </FreshPermissions>,
    {
      mountPath: '/customers/:customer',
      initialRouteEntries: ['/customers/acme'],
      apis: [
        [
          tenancyApiRef,
          fakeTenancyApi({
            getCustomer: async () => customer(),
            listSitesOf: async () => ({ items: [], total: 0 }),
            getUsage: async () => usage(),
            getSitesUsage: async () => sitesUsage(),
            getMonthlyCost: async () => monthlyCost(),
            listInvitations: async () => ({ items: [], total: 0 }),
            listMembers: async () => ({
              items: [member('ann', 'owner'), member('ben', 'admin')],
              total: 2,
            }),
            listViewings: async () => ({ items: [], total: 0 }),
            ...parts,
          }),
        ],
        [
          meApiRef,
          meApi({ kind: 'staff', tenant: 'default', role: 'operator' }),
        ],
        mockApis.permission({ authorize: () => result }),
      ],
    },
  );
}

describe('CustomerPage', () => {
  it('answers first, then shows sites and members', async () => {
    renderPage({});
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Acme Ltd' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('2 members, no site.')).toBeInTheDocument();
    expect(await screen.findByText('No sites yet')).toBeInTheDocument();
    expect(await screen.findByText('ben@acme.example')).toBeInTheDocument();
  });

  it('agrees limits with the customer, and leaves empty ones to its tier', async () => {
    const updateCustomerLimits = jest.fn(async () => usage());
    renderPage({
      updateCustomerLimits,
      getUsage: async () => usage({ ownLimits: { sites: 25 } }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change limits' }),
    );
    await userEvent.clear(
      await screen.findByRole('textbox', { name: 'Sites' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'API requests per minute' }),
      '250',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save limits' }));
    await waitFor(() =>
      expect(updateCustomerLimits).toHaveBeenCalledWith('acme', {
        requestsPerMinute: 250,
        deploymentsPerHour: null,
        sites: null,
      }),
    );
  });

  it('sets what its sites may cost a month, with a reason', async () => {
    const setMonthlyLimit = jest.fn(async () => monthlyCost());
    renderPage({ setMonthlyLimit });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set the monthly limit' }),
    );
    const amount = await screen.findByRole('textbox', { name: /Limit, EUR/ });
    await userEvent.clear(amount);
    await userEvent.type(amount, '1e3');
    const save = screen.getByRole('button', { name: 'Set the limit' });
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'More',
    );
    expect(amount).toHaveAccessibleDescription(/Give a decimal/);
    expect(save).toBeDisabled();
    await userEvent.clear(amount);
    await userEvent.type(amount, '250,50');
    await userEvent.click(save);
    expect(setMonthlyLimit).toHaveBeenCalledWith('acme', {
      amount: '250.50',
      reason: 'More',
    });
  });

  it('takes the limit away when its field is left empty', async () => {
    const setMonthlyLimit = jest.fn(async () => monthlyCost());
    renderPage({ setMonthlyLimit });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set the monthly limit' }),
    );
    await userEvent.clear(
      await screen.findByRole('textbox', { name: /Limit, EUR/ }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Trust',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Take the limit away' }),
    );
    expect(setMonthlyLimit).toHaveBeenCalledWith('acme', {
      amount: null,
      reason: 'Trust',
    });
  });

  it('says that an unknown customer is unknown', async () => {
    renderPage({
      getCustomer: async () => {
        throw new PortalError({
          name: 'NotFoundError',
          message: '',
          status: 404,
        });
      },
    });
    expect(
      await screen.findByRole('heading', { name: 'There is no such customer' }),
    ).toBeInTheDocument();
  });

  it('deactivates with a reason and the typed name', async () => {
    const deactivateCustomer = jest.fn(async () =>
      customer({ state: 'deactivated' }),
    );
    renderPage({ deactivateCustomer });
    await userEvent.click(await screen.findByRole('button', { name: 'More' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Deactivate' }),
    );
    const confirm = await screen.findByRole('button', {
      name: 'Deactivate customer',
    });
    await userEvent.type(
      screen.getByLabelText('Type Acme Ltd to confirm'),
      'Acme Ltd',
    );
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Reason'), 'Unpaid');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(deactivateCustomer).toHaveBeenCalledWith('acme', 'Unpaid'),
    );
  });

  it('reactivates a deactivated customer', async () => {
    const reactivateCustomer = jest.fn(async () => customer());
    renderPage({
      getCustomer: async () =>
        customer({ state: 'deactivated', deactivatedReason: 'Unpaid' }),
      reactivateCustomer,
    });
    expect(await screen.findByText('Unpaid')).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reactivate' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reactivate customer' }),
    );
    await waitFor(() =>
      expect(reactivateCustomer).toHaveBeenCalledWith('acme'),
    );
  });

  it('suspends with a reason, its sites by choice, and the typed name', async () => {
    const suspendCustomer = jest.fn(async () =>
      customer({ state: 'suspended' }),
    );
    renderPage({ suspendCustomer });
    await userEvent.click(await screen.findByRole('button', { name: 'More' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Suspend' }),
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: /^Are suspended/ }),
    );
    await userEvent.type(screen.getByLabelText('Reason'), 'Unpaid');
    await userEvent.type(
      screen.getByLabelText('Type Acme Ltd to confirm'),
      'Acme Ltd',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Suspend customer' }),
    );
    await waitFor(() =>
      expect(suspendCustomer).toHaveBeenCalledWith('acme', {
        reason: 'Unpaid',
        sites: 'suspend',
      }),
    );
  });

  it('says since when, why and by whom it is suspended, and resumes it', async () => {
    const resumeCustomer = jest.fn(async () => customer());
    renderPage({
      getCustomer: async () =>
        customer({
          state: 'suspended',
          suspension: {
            since: '2026-03-01T00:00:00.000Z',
            reason: 'Unpaid',
            by: 'user:default/olga',
            byName: 'Olga',
            sites: 'keep',
          },
        }),
      resumeCustomer,
    });
    expect(await screen.findByText('Unpaid')).toBeInTheDocument();
    expect(screen.getByText('Olga')).toBeInTheDocument();
    expect(screen.getByText(/its sites keep running/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume customer' }),
    );
    await waitFor(() => expect(resumeCustomer).toHaveBeenCalledWith('acme'));
  });

  it('starts viewing as the customer once a reason is given', async () => {
    const startViewingAs = jest.fn(async () => ({}) as Viewing);
    renderPage({ startViewingAs });
    await userEvent.click(
      await screen.findByRole('button', { name: 'View as' }),
    );
    const start = await screen.findByRole('button', { name: 'Start viewing' });
    expect(start).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Reason'), 'Their call');
    await userEvent.click(start);
    await waitFor(() =>
      expect(startViewingAs).toHaveBeenCalledWith('acme', {
        reason: 'Their call',
        minutes: 15,
      }),
    );
    await waitFor(() => expect(loadPage).toHaveBeenCalledWith('/'));
  });

  it('lists who viewed as it', async () => {
    renderPage({
      listViewings: async () => ({
        items: [
          {
            viewingId: 'view_1',
            customer: 'acme',
            viewerName: 'Sara',
            reason: 'Their call',
            startedAt: '2026-03-01T09:00:00.000Z',
            expiresAt: '2026-03-01T10:00:00.000Z',
            endedAt: '2026-03-01T09:12:00.000Z',
            isActive: false,
          },
        ],
        total: 1,
      }),
    });
    expect(await screen.findByText('Sara')).toBeInTheDocument();
    expect(screen.getByText('Their call')).toBeInTheDocument();
    expect(screen.getByText(/12 minutes/)).toBeInTheDocument();
  });

  it('shows those who may only read no actions', async () => {
    renderPage({}, AuthorizeResult.DENY);
    expect(await screen.findByText('ben@acme.example')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'View as' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Add with a link' }),
    ).toBeNull();
  });
});
