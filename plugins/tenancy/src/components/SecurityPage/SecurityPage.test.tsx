import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import {
  securityApiRef,
  type ListedSession,
  type Security,
  type SecurityClient,
} from '../../session';
import { SecurityPage } from './SecurityPage';

const NOW = new Date().toISOString();
const SOON = new Date(Date.now() + 9 * 60_000).toISOString();

const bare: Security = {
  authenticators: [],
  recoveryCodesLeft: 0,
  isSecondFactorRequired: false,
  hasPassword: true,
  reauthenticatedUntil: SOON,
  identities: [],
};
const phone = {
  id: 'aut_1',
  kind: 'totp',
  name: 'Phone',
  createdAt: NOW,
} as const;
const guarded: Security = {
  ...bare,
  authenticators: [phone],
  recoveryCodesLeft: 10,
};

function session(id: string, isCurrent: boolean): ListedSession {
  return {
    id,
    isCurrent,
    device: 'Mozilla/5.0',
    browser: 'Firefox',
    operatingSystem: isCurrent ? 'Linux' : 'Windows',
    address: '192.0.2.7',
    createdAt: NOW,
    lastUsedAt: NOW,
    expiresAt: SOON,
  };
}

function renderPage(calls: Partial<Record<keyof SecurityClient, jest.Mock>>) {
  const api = {
    getSecurity: jest.fn(async () => bare),
    listSessions: jest.fn(async () => [
      session('ses_1', true),
      session('ses_2', false),
    ]),
    beginTotp: jest.fn(async () => ({
      authenticatorId: 'aut_1',
      secret: 'ABCDEFGHIJKLMNOP',
      uri: 'otpauth://totp/Freehold:ann?secret=ABCDEFGHIJKLMNOP',
    })),
    ...calls,
  };
  // No providers are set up.
  jest
    .spyOn(global, 'fetch')
    .mockImplementation(async () => Response.json({ items: [] }));
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      <SecurityPage />
    </SWRConfig>,
    {
      config: {
        app: { title: 'Freehold', baseUrl: 'http://localhost:7007' },
        backend: { baseUrl: 'http://localhost:7007' },
      },
      apis: [[securityApiRef, api as unknown as SecurityClient]],
    },
  );
  return api;
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('SecurityPage', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says what protects the account, and what would', async () => {
    renderPage({});
    expect(
      await screen.findByText(/^Only your password protects/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Recovery codes')).toBeNull();
  });

  it('sets up an app and shows the recovery codes once', async () => {
    const confirmTotp = jest.fn(async () => ({
      authenticator: phone,
      recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'],
    }));
    renderPage({ confirmTotp });
    await press('Add authenticator app');
    expect(await screen.findByText('ABCD EFGH IJKL MNOP')).toBeInTheDocument();
    await userEvent.type(
      screen.getByLabelText(/^The code it shows now/),
      '123456',
    );
    await press('Confirm');
    expect(await screen.findByText('aaaa-bbbb')).toBeInTheDocument();
    expect(confirmTotp).toHaveBeenCalledWith('aut_1', {
      code: '123456',
      name: 'Phone',
    });
    await press('I have kept them');
    await waitFor(() => expect(screen.queryByText('aaaa-bbbb')).toBeNull());
  });

  it('asks who is at it before a change, and goes on with it then', async () => {
    const reauthenticate = jest
      .fn()
      .mockRejectedValueOnce(
        new PortalError({ name: 'E', message: 'wrong', status: 401 }),
      )
      .mockResolvedValue(undefined);
    const removeAuthenticator = jest.fn(async () => {});
    renderPage({
      getSecurity: jest.fn(async () => ({
        ...guarded,
        reauthenticatedUntil: undefined,
      })),
      reauthenticate,
      removeAuthenticator,
    });
    await press('Remove Phone');
    const password = await screen.findByLabelText(/^Password/);
    await userEvent.type(password, 'wrong');
    await press('Confirm');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'That did not match',
    );
    await userEvent.type(password, 'right');
    await press('Confirm');
    const dialog = await screen.findByRole('dialog', { name: 'Remove Phone' });
    expect(dialog).toHaveTextContent('your last second factor');
    expect(removeAuthenticator).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() =>
      expect(removeAuthenticator).toHaveBeenCalledWith('aut_1'),
    );
  });

  it('warns when few recovery codes are left', async () => {
    renderPage({
      getSecurity: jest.fn(async () => ({ ...guarded, recoveryCodesLeft: 2 })),
    });
    expect(
      await screen.findByText(/^You have 2 recovery codes left/),
    ).toBeInTheDocument();
  });

  it('ends a session elsewhere, and offers not to end this one', async () => {
    const revokeSession = jest.fn(async () => {});
    renderPage({ revokeSession });
    expect(await screen.findByText('This device')).toBeInTheDocument();
    await press('End the session on Firefox on Windows');
    expect(revokeSession).toHaveBeenCalledWith('ses_2');
    expect(
      screen.queryByRole('button', { name: /on Firefox on Linux/ }),
    ).toBeNull();
  });

  it('says so when it cannot be loaded', async () => {
    renderPage({
      getSecurity: jest.fn(async () => {
        throw new PortalError({ name: 'E', message: '', status: 500 });
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your sign-in settings could not be loaded',
    );
  });
});
