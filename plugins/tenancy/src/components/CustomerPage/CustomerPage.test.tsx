import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meApiRef, PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '../../api';
import {
  customer,
  fakeTenancyApi,
  meApi,
  member,
  sitesUsage,
  usage,
  FreshPermissions,
} from '../../__testUtils__';
import { CustomerPage } from './CustomerPage';

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
            listInvitations: async () => ({ items: [], total: 0 }),
            listMembers: async () => ({
              items: [member('ann', 'owner'), member('ben', 'admin')],
              total: 2,
            }),
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
    await userEvent.click(
      await screen.findByRole('button', { name: 'Deactivate' }),
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

  it('shows those who may only read no actions', async () => {
    renderPage({}, AuthorizeResult.DENY);
    expect(await screen.findByText('ben@acme.example')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Deactivate' })).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Add with a link' }),
    ).toBeNull();
  });
});
