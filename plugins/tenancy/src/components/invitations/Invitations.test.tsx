import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meApiRef, PortalError, type Me } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type Invitation, type TenancyApi } from '../../api';
import {
  fakeTenancyApi,
  FreshPermissions,
  meApi,
  member,
} from '../../__testUtils__';
import { MembersPage } from '../MembersPage/MembersPage';

const nina: Invitation = {
  id: 'inv_1',
  tenant: 'acme',
  email: 'nina@acme.example',
  role: 'developer',
  state: 'open',
  inviterName: 'Ann',
  createdAt: '2026-01-05T09:00:00.000Z',
  sentAt: '2026-01-05T09:00:00.000Z',
  expiresAt: '2099-01-05T09:00:00.000Z',
};

function open(parts: Partial<TenancyApi>, me: Partial<Me> = {}, may = true) {
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
            listMembers: async () => ({
              items: [member('ann', 'owner')],
              total: 1,
            }),
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

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('Invitations', () => {
  it('invites somebody and shows that they are waited for', async () => {
    let invited: Invitation[] = [];
    const inviteMember = jest.fn(async () => {
      invited = [nina];
      return nina;
    });
    open({
      inviteMember,
      listInvitations: async () => ({ items: invited, total: invited.length }),
    });
    await press('Invite member');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(
      dialog.getByRole('textbox', { name: /^E-mail/ }),
      nina.email,
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Send invitation' }),
    );
    expect(await screen.findByText(nina.email)).toBeInTheDocument();
    expect(screen.getByText('Waiting')).toBeInTheDocument();
    expect(inviteMember).toHaveBeenCalledWith('acme', {
      email: nina.email,
      role: 'developer',
    });
  });

  it('says in the dialog why somebody was not invited', async () => {
    open({
      listInvitations: async () => ({ items: [], total: 0 }),
      inviteMember: async () => {
        throw new PortalError({
          name: 'ConflictError',
          message: 'There is a member with the address already',
          status: 409,
        });
      },
    });
    await press('Invite member');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(
      dialog.getByRole('textbox', { name: /^E-mail/ }),
      nina.email,
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Send invitation' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'There is a member with the address already',
    );
  });

  it('lets an admin make no owner', async () => {
    open(
      { listInvitations: async () => ({ items: [], total: 0 }) },
      { role: 'admin', entityRef: 'user:acme/ben' },
    );
    await press('Invite member');
    await screen.findByRole('dialog');
    expect(screen.queryByRole('radio', { name: /^Owner/ })).toBeNull();
    expect(screen.getByRole('radio', { name: /^Admin/ })).toBeInTheDocument();
  });

  it('mails an expired one again', async () => {
    const resendInvitation = jest.fn(async () => nina);
    open({
      resendInvitation,
      listInvitations: async () => ({
        items: [{ ...nina, state: 'expired' }],
        total: 1,
      }),
    });
    expect(await screen.findByText('Expired')).toBeInTheDocument();
    await press('Send again');
    await waitFor(() =>
      expect(resendInvitation).toHaveBeenCalledWith('acme', 'inv_1'),
    );
  });

  it('revokes one after asking', async () => {
    let waiting = [nina];
    const revokeInvitation = jest.fn(async () => {
      waiting = [];
    });
    open({
      revokeInvitation,
      listInvitations: async () => ({ items: waiting, total: waiting.length }),
    });
    await press('Revoke');
    const dialog = within(await screen.findByRole('dialog'));
    expect(revokeInvitation).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke' }));
    await waitFor(() =>
      expect(screen.queryByText(nina.email)).not.toBeInTheDocument(),
    );
    expect(revokeInvitation).toHaveBeenCalledWith('acme', 'inv_1');
  });

  it('are not asked for by people who manage nobody', async () => {
    const listInvitations = jest.fn();
    open({ listInvitations }, { role: 'viewer' }, false);
    expect(await screen.findByText(/can sign in for/)).toBeInTheDocument();
    expect(listInvitations).not.toHaveBeenCalled();
    expect(screen.queryByText('Invitations')).toBeNull();
  });
});
