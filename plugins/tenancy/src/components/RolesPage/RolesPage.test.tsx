import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Role } from '@freehold/plugin-tenancy-common';
import { meApiRef, type Me } from '@freehold/plugin-tenancy-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type RoleTable, type TenancyApi } from '../../api';
import { fakeTenancyApi, meApi } from '../../__testUtils__';
import { RolesPage } from './RolesPage';

const action = (
  name: string,
  group: RoleTable['actions'][number]['group'],
  roles: Role[],
): RoleTable['actions'][number] => ({
  action: name,
  group,
  title: `Do ${name}`,
  description: `What ${name} comes to`,
  effect: 'change',
  roles,
});

const memberTable: RoleTable = {
  memberRoles: ['owner', 'admin', 'developer', 'billing', 'viewer'],
  staffRoles: [],
  actions: [
    action('order', 'sites', ['owner', 'admin', 'developer']),
    action('delete', 'sites', ['owner', 'admin']),
    action('invite', 'people', ['owner', 'admin']),
  ],
};

function renderPage(
  me: Partial<Me>,
  parts: Partial<TenancyApi> = {},
  address = '/roles',
) {
  renderInTestApp(<RolesPage />, {
    initialRouteEntries: [address],
    apis: [
      [
        tenancyApiRef,
        fakeTenancyApi({
          listRoles: async () => memberTable,
          listSitesOf: async () => ({ items: [], total: 0 }),
          ...parts,
        }),
      ],
      [meApiRef, meApi(me)],
    ],
  });
}

describe('RolesPage', () => {
  it('opens with what the reader’s own role includes', async () => {
    renderPage({ role: 'developer' });
    expect(
      await screen.findByText(
        'Your role is developer. It includes 1 of these 3 actions.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: /Developer.*your role/ }),
    ).toBeInTheDocument();
  });

  it('says for each role and action whether it may', async () => {
    renderPage({ role: 'developer' });
    const row = within(
      (await screen.findByRole('rowheader', { name: /Do delete/ })).closest(
        'tr',
      )!,
    );
    expect(row.getByText('Admin may')).toBeInTheDocument();
    expect(row.getByText('Developer may not')).toBeInTheDocument();
  });

  it('shows members nothing about staff', async () => {
    renderPage({ role: 'owner' });
    expect(
      await screen.findByRole('rowheader', { name: /Do order/ }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Staff')).toBeNull();
    expect(screen.queryByText('Operator')).toBeNull();
  });

  it('shows staff both', async () => {
    renderPage(
      { kind: 'staff', tenant: 'default', role: 'operator' },
      {
        listRoles: async () => ({ ...memberTable, staffRoles: ['operator'] }),
      },
    );
    expect(
      await screen.findByRole('columnheader', { name: /Operator/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: 'Staff' }),
    ).toBeInTheDocument();
  });

  it('says why not, and who can change that, for the action in the address', async () => {
    const explainAccess = jest.fn(async () => ({
      action: 'delete',
      title: 'Do delete',
      allowed: false,
      rule: 'role-lacks' as const,
      role: 'developer' as const,
      roles: ['owner' as const, 'admin' as const],
      givenBy: ['Ann', 'Ben'],
    }));
    renderPage(
      { role: 'developer' },
      { explainAccess },
      '/roles?action=delete&object=acme/site_1',
    );
    expect(await screen.findByText('You may not')).toBeInTheDocument();
    expect(
      screen.getByText('Your role, developer, does not include “Do delete”.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Owner, Admin')).toBeInTheDocument();
    expect(screen.getByText('Ann, Ben')).toBeInTheDocument();
    expect(explainAccess).toHaveBeenCalledWith('delete', 'acme/site_1');
  });

  it('shows what went wrong, and tries again', async () => {
    const listRoles = jest
      .fn(async () => memberTable)
      .mockRejectedValueOnce(new Error('It is down'));
    renderPage({}, { listRoles });
    expect(
      await screen.findByText('The roles could not be loaded'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /again/i }));
    expect(
      await screen.findByRole('rowheader', { name: /Do order/ }),
    ).toBeInTheDocument();
  });
});
