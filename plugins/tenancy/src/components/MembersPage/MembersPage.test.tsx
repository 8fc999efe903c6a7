import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meApiRef, type Me } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Role } from '@freehold/plugin-tenancy-common';
import { tenancyApiRef, type RoleTable, type TenancyApi } from '../../api';
import {
  fakeTenancyApi,
  link,
  meApi,
  member,
  FreshPermissions,
} from '../../__testUtils__';
import { loadPage } from '../../session/loadPage';
import { MembersPage } from './MembersPage';

jest.mock('../../session/loadPage');

const action = (
  title: string,
  roles: Role[],
): RoleTable['actions'][number] => ({
  action: title,
  group: 'sites',
  title,
  description: '',
  effect: 'change',
  roles,
});

const people = [
  member('ann', 'owner'),
  member('ben', 'admin'),
  member('dora', 'developer'),
];

function renderPage(
  me: Partial<Me>,
  parts: Partial<TenancyApi> = {},
  mayManage = true,
) {
  renderInTestApp(
    <FreshPermissions>
      <MembersPage />
    </FreshPermissions>,
    {
      initialRouteEntries: ['/members'],
      apis: [
        [
          tenancyApiRef,
          fakeTenancyApi({
            listMembers: async () => ({ items: people, total: people.length }),
            listInvitations: async () => ({ items: [], total: 0 }),
            ...parts,
          }),
        ],
        [meApiRef, meApi(me)],
        mockApis.permission({
          authorize: ({ resourceRef }) =>
            mayManage && resourceRef === 'acme'
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }),
      ],
    },
  );
}

describe('MembersPage', () => {
  it('opens with who can sign in', async () => {
    renderPage({ role: 'owner' });
    expect(
      await screen.findByText('3 people can sign in for Acme Ltd.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Ann (you)')).toBeInTheDocument();
  });

  it('shows viewers no actions', async () => {
    renderPage({ role: 'viewer', entityRef: 'user:acme/vik' }, {}, false);
    expect(await screen.findByText('Dora')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Add with a link' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Actions for/ }),
    ).not.toBeInTheDocument();
  });

  it('does not let an admin change owners or make one', async () => {
    renderPage({ role: 'admin', entityRef: 'user:acme/ben' });
    expect(
      await screen.findByRole('button', { name: 'Actions for Dora' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Actions for Ann' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Add with a link' }),
    );
    const roles = within(await screen.findByRole('radiogroup'));
    expect(roles.queryByRole('radio', { name: /^Owner/ })).toBeNull();
    expect(roles.getByRole('radio', { name: /^Admin/ })).toBeInTheDocument();
  });

  it('adds a member and shows the link once', async () => {
    const addMember = jest.fn<
      ReturnType<TenancyApi['addMember']>,
      Parameters<TenancyApi['addMember']>
    >(async () => ({
      member: member('nina', 'viewer'),
      passwordLink: link,
    }));
    renderPage({ role: 'owner' }, { addMember });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add with a link' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Name/), 'Nina');
    await userEvent.type(dialog.getByLabelText(/^E-mail/), 'nina@acme.example');
    await userEvent.click(dialog.getByRole('radio', { name: /^Viewer/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Add member' }));

    expect(await screen.findByText(link.url)).toBeInTheDocument();
    expect(addMember).toHaveBeenCalledWith('acme', {
      displayName: 'Nina',
      email: 'nina@acme.example',
      role: 'viewer',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() =>
      expect(screen.queryByText(link.url)).not.toBeInTheDocument(),
    );
  });

  it('removes a member only after their name was typed', async () => {
    const removeMember = jest.fn(async () => {});
    renderPage({ role: 'owner' }, { removeMember });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Dora' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Remove' }),
    );
    const confirm = await screen.findByRole('button', {
      name: 'Remove member',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Type Dora to confirm'), 'Dora');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(removeMember).toHaveBeenCalledWith('acme', 'dora'),
    );
  });

  it('says what another role gives and takes, before it is given', async () => {
    renderPage(
      { role: 'owner' },
      {
        listRoles: async () => ({
          memberRoles: ['owner', 'viewer'],
          staffRoles: [],
          actions: [
            action('Order a site', ['owner', 'developer']),
            action('See sites', ['owner', 'developer', 'viewer']),
          ],
        }),
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Dora' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Change role' }),
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: /^Viewer/ }),
    );
    expect(
      await screen.findByText('Dora will no longer be able to: Order a site.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/will also be able/)).toBeNull();
  });

  it('lets an owner hand over ownership, by the typed name', async () => {
    const handOverOwnership = jest.fn(async () => member('dora', 'owner'));
    renderPage({ role: 'owner' }, { handOverOwnership });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Dora' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Hand over ownership' }),
    );
    await userEvent.type(
      await screen.findByLabelText('Type Dora to confirm'),
      'Dora',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Hand over ownership' }),
    );
    await waitFor(() =>
      expect(handOverOwnership).toHaveBeenCalledWith('acme', 'dora'),
    );
    await waitFor(() => expect(loadPage).toHaveBeenCalledWith());
  });

  it('offers hand-over to owners only, and not to an owner', async () => {
    renderPage({ role: 'admin', entityRef: 'user:acme/ben' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Dora' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: 'Change role' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('menuitem', { name: 'Hand over ownership' }),
    ).toBeNull();
  });

  it('does not offer to remove oneself', async () => {
    renderPage({ role: 'owner' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Ann' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: 'Change role' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: 'Remove' })).toBeNull();
  });
});
