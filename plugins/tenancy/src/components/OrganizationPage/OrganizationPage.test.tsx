import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meApiRef, type Me } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '../../api';
import {
  customer,
  fakeTenancyApi,
  meApi,
  FreshPermissions,
} from '../../__testUtils__';
import { OrganizationPage } from './OrganizationPage';

function renderPage(
  parts: Partial<TenancyApi>,
  options: { may?: boolean; me?: Partial<Me> } = {},
) {
  const { may = true, me = {} } = options;
  renderInTestApp(
    <FreshPermissions>
      <OrganizationPage />
    </FreshPermissions>,
    {
      initialRouteEntries: ['/settings/customer'],
      apis: [
        [
          tenancyApiRef,
          fakeTenancyApi({
            getCustomer: async () => customer(),
            listViewings: async () => ({ items: [], total: 0 }),
            ...parts,
          }),
        ],
        [meApiRef, meApi(me)],
        mockApis.permission({
          authorize: () => (may ? AuthorizeResult.ALLOW : AuthorizeResult.DENY),
        }),
      ],
    },
  );
}

describe('OrganizationPage', () => {
  it('saves what was changed', async () => {
    const updateCustomerSettings = jest.fn(async () => customer());
    renderPage({ updateCustomerSettings });
    const save = await screen.findByRole('button', { name: 'Save changes' });
    expect(save).toBeDisabled();
    await userEvent.type(
      screen.getByLabelText('Contact e-mail'),
      'desk@acme.example',
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /wait for approval/ }),
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(updateCustomerSettings).toHaveBeenCalledWith('acme', {
        name: 'Acme Ltd',
        contactEmail: 'desk@acme.example',
        requiresApproval: true,
      }),
    );
  });

  it('does not offer to end approvals that the business asks for', async () => {
    renderPage({
      getCustomer: async () =>
        customer({ requiresApproval: true, approvalAskedBy: 'business' }),
    });
    expect(
      await screen.findByRole('checkbox', { name: /wait for approval/ }),
    ).toBeDisabled();
    expect(
      screen.getByText(/asks for this, and alone can end it/),
    ).toBeInTheDocument();
  });

  it('shows those who may only read the facts', async () => {
    renderPage(
      {
        getCustomer: async () =>
          customer({ contactEmail: 'desk@acme.example' }),
      },
      { may: false },
    );
    expect(await screen.findByText('desk@acme.example')).toBeInTheDocument();
    expect(
      screen.getByText('Owners and admins can change these.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
    expect(screen.queryByText('Who viewed as you')).toBeNull();
  });

  it('tells owners who viewed as them', async () => {
    renderPage({
      listViewings: async () => ({
        items: [
          {
            viewingId: 'view_1',
            customer: 'acme',
            viewerName: 'Sara',
            reason: 'Your call',
            startedAt: '2026-03-01T09:00:00.000Z',
            expiresAt: '2099-03-01T10:00:00.000Z',
            isActive: true,
          },
        ],
        total: 1,
      }),
    });
    expect(await screen.findByText('Sara')).toBeInTheDocument();
    expect(screen.getByText('Your call')).toBeInTheDocument();
    expect(screen.getByText(/viewing now/)).toBeInTheDocument();
  });

  it('sends staff to the customers', async () => {
    renderPage({}, { me: { kind: 'staff', tenant: 'default' } });
    expect(
      await screen.findByRole('link', { name: 'All customers' }),
    ).toHaveAttribute('href', '/customers');
  });
});
