import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meApiRef } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '../../api';
import {
  fakeTenancyApi,
  FreshPermissions,
  meApi,
  member,
} from '../../__testUtils__';
import { StaffPage } from './StaffPage';

const colleague = (name: string, role: 'operator' | 'finance' | 'support') =>
  member(name, role, {
    customer: 'default',
    entityRef: `user:default/${name}`,
  });
const people = [colleague('olga', 'operator'), colleague('sam', 'support')];

function renderPage(parts: Partial<TenancyApi> = {}, mayManage = true) {
  renderInTestApp(
    <FreshPermissions>
      <StaffPage />
    </FreshPermissions>,
    {
      initialRouteEntries: ['/staff'],
      apis: [
        [
          tenancyApiRef,
          fakeTenancyApi({
            listMembers: async () => ({ items: people, total: people.length }),
            listInvitations: async () => ({ items: [], total: 0 }),
            ...parts,
          }),
        ],
        [
          meApiRef,
          meApi({
            kind: 'staff',
            tenant: 'default',
            role: 'operator',
            entityRef: 'user:default/olga',
          }),
        ],
        mockApis.permission({
          authorize: ({ resourceRef }) =>
            mayManage && resourceRef === 'default'
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }),
      ],
    },
  );
}

describe('StaffPage', () => {
  it('opens with who can sign in for the business, and as what', async () => {
    renderPage();
    expect(
      await screen.findByText('2 people can sign in for the business.'),
    ).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /Sam/ });
    expect(row).toHaveTextContent('Support');
    expect(screen.getByText('Olga (you)')).toBeInTheDocument();
  });

  it('invites colleagues as one of the roles of staff', async () => {
    const inviteMember = jest.fn<
      ReturnType<TenancyApi['inviteMember']>,
      Parameters<TenancyApi['inviteMember']>
    >(async () => ({}) as any);
    renderPage({ inviteMember });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Invite a colleague' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getAllByRole('radio').map(each => each.getAttribute('value')),
    ).toEqual(['operator', 'finance', 'support']);
    await userEvent.type(dialog.getByLabelText(/^E-mail/), 'fay@host.example');
    await userEvent.click(dialog.getByRole('radio', { name: /^Finance/ }));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Send invitation' }),
    );
    await waitFor(() =>
      expect(inviteMember).toHaveBeenCalledWith('default', {
        email: 'fay@host.example',
        role: 'finance',
      }),
    );
  });

  it('removes a colleague only after their name was typed', async () => {
    const removeMember = jest.fn(async () => {});
    renderPage({ removeMember });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Sam' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Remove' }),
    );
    const confirm = await screen.findByRole('button', {
      name: 'Remove colleague',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Type Sam to confirm'), 'Sam');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(removeMember).toHaveBeenCalledWith('default', 'sam'),
    );
  });

  it('tells the rest of the staff who manages it, and asks for nothing', async () => {
    const listMembers = jest.fn();
    renderPage({ listMembers }, false);
    expect(
      await screen.findByText('Operators manage the staff'),
    ).toBeInTheDocument();
    expect(listMembers).not.toHaveBeenCalled();
  });
});
