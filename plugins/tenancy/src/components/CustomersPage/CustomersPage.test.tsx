import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '../../api';
import {
  customer,
  fakeTenancyApi,
  FreshPermissions,
} from '../../__testUtils__';
import { CustomersPage } from './CustomersPage';

function renderPage(
  listCustomers: TenancyApi['listCustomers'],
  options: { address?: string; mayCreate?: boolean } = {},
) {
  renderInTestApp(
    <FreshPermissions>
      <CustomersPage />
    </FreshPermissions>,
    {
      initialRouteEntries: [options.address ?? '/customers'],
      apis: [
        [tenancyApiRef, fakeTenancyApi({ listCustomers })],
        mockApis.permission({
          authorize: () =>
            options.mayCreate === false
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
    },
  );
}

describe('CustomersPage', () => {
  it('lists customers and opens with how many there are', async () => {
    renderPage(async () => ({
      items: [customer(), customer({ slug: 'hafen', name: 'Hafen GmbH' })],
      total: 2,
    }));
    expect(await screen.findByText('2 customers')).toBeInTheDocument();
    expect(await screen.findByText('Hafen GmbH')).toBeInTheDocument();
  });

  it('asks for what the address says', async () => {
    const listCustomers = jest.fn(async () => ({ items: [], total: 0 }));
    renderPage(listCustomers, {
      address:
        '/customers?search=ha&tier=premium&state=deactivated&sort=-createdAt&offset=20&limit=50',
    });
    expect(await screen.findByText('No customer matches')).toBeInTheDocument();
    expect(listCustomers).toHaveBeenCalledWith({
      search: 'ha',
      tier: 'premium',
      state: 'deactivated',
      sort: '-createdAt',
      offset: 20,
      limit: 50,
    });
  });

  it('searches when typing pauses', async () => {
    const listCustomers = jest.fn(async () => ({
      items: [customer()],
      total: 1,
    }));
    renderPage(listCustomers);
    await userEvent.type(
      await screen.findByRole('searchbox', {
        name: 'Search by name or short name',
      }),
      'acme',
    );
    await waitFor(() =>
      expect(listCustomers).toHaveBeenLastCalledWith(
        expect.objectContaining({ search: 'acme' }),
      ),
    );
    expect(listCustomers).toHaveBeenCalledTimes(2);
  });

  it('offers the first step when there is no customer', async () => {
    renderPage(async () => ({ items: [], total: 0 }));
    expect(await screen.findByText('No customers yet')).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: 'Add customer' })).toHaveLength(
      1,
    );
  });

  it('does not offer to add customers to those who may not', async () => {
    renderPage(async () => ({ items: [customer()], total: 1 }), {
      mayCreate: false,
    });
    expect(await screen.findByText('Acme Ltd')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Add customer' }),
    ).not.toBeInTheDocument();
  });

  it('says that loading failed and tries again', async () => {
    const listCustomers = jest
      .fn<Promise<{ items: []; total: number }>, []>()
      .mockRejectedValueOnce(
        new PortalError({
          name: 'Error',
          message: 'no',
          status: 503,
          requestId: 'req-9',
        }),
      )
      .mockResolvedValue({ items: [], total: 0 });
    renderPage(listCustomers);
    expect(await screen.findByRole('alert')).toHaveTextContent('req-9');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No customers yet')).toBeInTheDocument();
  });
});
