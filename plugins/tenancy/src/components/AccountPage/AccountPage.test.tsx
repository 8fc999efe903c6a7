import { renderInTestApp } from '@backstage/frontend-test-utils';
import { meApiRef, PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type EmailChange, type TenancyApi } from '../../api';
import { fakeTenancyApi, meApi } from '../../__testUtils__';
import { AccountPage } from './AccountPage';

const change: EmailChange = {
  newEmail: 'ann@new.example',
  isOldConfirmed: true,
  isNewConfirmed: false,
  createdAt: '2026-01-05T09:00:00.000Z',
  expiresAt: '2099-01-05T09:00:00.000Z',
};

function open(parts: Partial<TenancyApi>) {
  renderInTestApp(<AccountPage />, {
    apis: [
      [tenancyApiRef, fakeTenancyApi(parts)],
      [meApiRef, meApi({})],
    ],
  });
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function ask(newEmail: string, password: string) {
  await press('Change e-mail address');
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(
    dialog.getByRole('textbox', { name: /^New e-mail address/ }),
    newEmail,
  );
  await userEvent.type(dialog.getByLabelText(/^Your password/), password);
  await userEvent.click(dialog.getByRole('button', { name: 'Send the mails' }));
  return dialog;
}

describe('AccountPage', () => {
  it('asks for another address and then shows who has confirmed', async () => {
    let pending: EmailChange | undefined;
    const changeEmail = jest.fn(async () => {
      pending = change;
      return change;
    });
    open({ changeEmail, getEmailChange: async () => ({ pending }) });
    expect(
      await screen.findByText('You sign in with ann@acme.example.'),
    ).toBeInTheDocument();
    await ask(' ann@new.example ', 'secret words');
    expect(
      await screen.findByText(/both addresses to confirm ann@new.example/),
    ).toBeInTheDocument();
    expect(screen.getByText('Present address: confirmed')).toBeInTheDocument();
    expect(
      screen.getByText('New address: not confirmed yet'),
    ).toBeInTheDocument();
    expect(changeEmail).toHaveBeenCalledWith({
      newEmail: 'ann@new.example',
      password: 'secret words',
    });
  });

  it('says in the dialog that the password is wrong', async () => {
    open({
      getEmailChange: async () => ({}),
      changeEmail: async () => {
        throw new PortalError({
          name: 'InputError',
          message: 'The password is wrong',
          status: 400,
        });
      },
    });
    const dialog = await ask('ann@new.example', 'wrong');
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The password is wrong',
    );
  });

  it('gives a change up', async () => {
    let pending: EmailChange | undefined = change;
    const cancelEmailChange = jest.fn(async () => {
      pending = undefined;
    });
    open({ cancelEmailChange, getEmailChange: async () => ({ pending }) });
    await press('Give up the change');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Change e-mail address' }),
      ).toBeInTheDocument(),
    );
    expect(cancelEmailChange).toHaveBeenCalledTimes(1);
  });
});
