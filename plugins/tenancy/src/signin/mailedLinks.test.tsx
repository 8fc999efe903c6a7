import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  SessionClient,
  SessionMonitor,
  sessionMonitorApiRef,
} from '../session';
import { SignInPage } from './SignInPage';

const CONFIG = {
  app: { title: 'Freehold', baseUrl: 'http://localhost:7007' },
  backend: { baseUrl: 'http://localhost:7007' },
};

const INVITATION = {
  state: 'open',
  tenantName: 'Acme Ltd',
  email: 'nina@acme.example',
  role: 'developer',
  inviterName: 'Ann',
  expiresAt: '2099-01-01T00:00:00.000Z',
};

const PROVIDERS = {
  items: [{ id: 'google', name: 'Google', startPath: '/google/start' }],
};

const CHANGE = {
  side: 'old',
  tenantName: 'Acme Ltd',
  memberName: 'Nina',
  newEmail: 'nina@new.example',
  isConfirmed: false,
  expiresAt: '2099-01-01T00:00:00.000Z',
};

type Answer = { status: number; body?: unknown; headers?: HeadersInit };

/** Answers the calls of pages without a session; all others fail the test. */
function answer(answers: Record<string, Answer>) {
  const calls: { call: string; url: string; body: any }[] = [];
  jest.spyOn(global, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input);
    const call = url.replace('http://localhost:7007/api', '');
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    calls.push({ call, url, body });
    const given = answers[call];
    if (!given) throw new Error(`Unexpected ${call}`);
    const { status, body: reply, headers } = given;
    return reply === undefined
      ? new Response(null, { status, headers })
      : Response.json(reply, { status, headers });
  });
  return calls;
}

function open(address: string) {
  renderInTestApp(<SignInPage onSignInSuccess={jest.fn()} />, {
    config: CONFIG,
    apis: [[sessionMonitorApiRef, new SessionMonitor()]],
    initialRouteEntries: [address],
  });
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('an invitation', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says who invites to what, and leads on to the first password', async () => {
    const calls = answer({
      '/tenancy/invitations/inspect': { status: 200, body: INVITATION },
      '/tenancy/invitations/accept': {
        status: 200,
        // Only the fragment counts: nobody is led away from here.
        body: { url: 'https://evil.example/x#token=acme.next' },
      },
      '/auth/local/password-links/inspect': {
        status: 200,
        body: {
          displayName: 'Nina',
          email: INVITATION.email,
          expiresAt: INVITATION.expiresAt,
        },
      },
    });
    open('/accept-invitation#token=acme.secret');
    expect(
      await screen.findByRole('heading', { name: 'Join Acme Ltd' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Accept with/ })).toBeNull();
    expect(
      screen.getByText(/Ann invites you as Developer.*nina@acme.example/),
    ).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText(/^Your name/), ' Nina ');
    await press('Accept and set a password');
    expect(await screen.findByLabelText(/^New password/)).toBeInTheDocument();
    const told = calls.filter(({ body }) => body !== undefined);
    expect(told.map(({ body }) => body)).toEqual([
      { token: 'acme.secret' },
      { token: 'acme.secret', displayName: 'Nina' },
      { token: 'acme.next' },
    ]);
    expect(calls.every(({ url }) => !url.includes('secret'))).toBe(true);
  });

  it('is accepted with an account elsewhere, by what the first password is set with', async () => {
    const goTo = jest
      .spyOn(SessionClient.prototype, 'goTo')
      .mockResolvedValue();
    const calls = answer({
      '/tenancy/invitations/inspect': { status: 200, body: INVITATION },
      '/tenancy/invitations/accept': {
        status: 200,
        body: { url: 'https://portal.example/set-password#token=acme.next' },
      },
      '/auth/local/identity-providers': { status: 200, body: PROVIDERS },
      '/auth/local/identities': {
        status: 200,
        body: { startPath: '/google/start?link=invitation' },
      },
      '/auth/local/sessions/current': { status: 401 },
    });
    open('/accept-invitation#token=acme.secret');
    const button = await screen.findByRole('button', {
      name: 'Accept with Google',
    });
    expect(button).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/^Your name/), 'Nina');
    await userEvent.click(button);
    await waitFor(() =>
      expect(goTo).toHaveBeenCalledWith('/google/start?link=invitation'),
    );
    expect(calls.map(({ body }) => body).filter(Boolean)).toEqual([
      { token: 'acme.secret' },
      { token: 'acme.secret', displayName: 'Nina' },
      { provider: 'google', token: 'acme.next' },
    ]);
    expect(calls.every(({ url }) => !/secret|next/.test(url))).toBe(true);
  });

  it('that an account elsewhere could not take says why, and what to do', async () => {
    answer({});
    open('/accept-invitation?error=identity-taken');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'That account is linked to another member already.',
    );
    expect(
      screen.getByText(/Open the link in its mail again/),
    ).toBeInTheDocument();
  });

  it('that was accepted elsewhere goes on to the portal', async () => {
    const calls = answer({ '/auth/local/sessions/refresh': { status: 401 } });
    open('/accept-invitation');
    expect(
      await screen.findByRole('heading', { name: 'Sign in' }),
    ).toBeInTheDocument();
    expect(calls.map(({ call }) => call)).toContain(
      '/auth/local/sessions/refresh',
    );
  });

  it.each([
    ['is unknown', { status: 404 }],
    ['is revoked', { status: 200, body: { ...INVITATION, state: 'revoked' } }],
    ['has expired', { status: 200, body: { ...INVITATION, state: 'expired' } }],
  ])('that %s says where to get another', async (_, inspected) => {
    answer({ '/tenancy/invitations/inspect': inspected });
    open('/accept-invitation#token=acme.secret');
    expect(
      await screen.findByText(/Whoever invited you can send a new one/),
    ).toBeInTheDocument();
  });

  it('that was accepted before goes on to sign-in, or to the password', async () => {
    answer({
      '/tenancy/invitations/inspect': {
        status: 200,
        body: { ...INVITATION, state: 'used' },
      },
      '/tenancy/invitations/accept': {
        status: 404,
        body: {
          error: { name: 'NotFoundError', message: 'This link cannot be used' },
        },
      },
    });
    open('/accept-invitation#token=acme.secret');
    expect(
      await screen.findByRole('link', { name: 'Go to sign-in' }),
    ).toHaveAttribute('href', '/');
    await press('Set a password');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This link cannot be used',
    );
  });
});

describe('a forgotten password', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is asked for from sign-in, and answered alike for everybody', async () => {
    const calls = answer({
      '/auth/local/sessions/refresh': { status: 401 },
      '/auth/local/password/reset': { status: 202 },
    });
    open('/');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Forgot your password?' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^E-mail/ }),
      ' nina@acme.example ',
    );
    await press('Send the link');
    expect(
      await screen.findByText(/If nina@acme.example has an account/),
    ).toBeInTheDocument();
    expect(calls.at(-1)?.body).toEqual({ email: 'nina@acme.example' });
  });

  it('waits as long as the backend says', async () => {
    answer({
      '/auth/local/password/reset': {
        status: 429,
        headers: { 'retry-after': '40' },
      },
    });
    open('/forgot-password');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^E-mail/ }),
      'nina@acme.example',
    );
    await press('Send the link');
    expect(await screen.findByRole('timer')).toHaveTextContent(/40 s|39 s/);
    expect(
      screen.getByRole('button', { name: 'Send the link' }),
    ).toBeDisabled();
  });
});

describe('a change of address', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [false, 'Confirmed'],
    [true, 'The address is changed'],
  ])('is confirmed (as the last: %s)', async (isDone, heading) => {
    answer({
      '/tenancy/email-changes/inspect': { status: 200, body: CHANGE },
      '/tenancy/email-changes/confirm': { status: 200, body: { isDone } },
    });
    open('/confirm-email#token=acme.secret');
    await press('Confirm');
    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
  });

  it('is refused by the old address, which is told what to do then', async () => {
    const calls = answer({
      '/tenancy/email-changes/inspect': { status: 200, body: CHANGE },
      '/tenancy/email-changes/refuse': { status: 204 },
    });
    open('/confirm-email#token=acme.secret');
    await press('Refuse');
    expect(
      await screen.findByRole('link', { name: 'Set a new password' }),
    ).toHaveAttribute('href', '/forgot-password');
    expect(calls.at(-1)?.body).toEqual({ token: 'acme.secret' });
  });

  it('says so when its link leads nowhere any more', async () => {
    answer({ '/tenancy/email-changes/inspect': { status: 404 } });
    open('/confirm-email#token=acme.secret');
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'This link no longer works' }),
      ).toBeInTheDocument(),
    );
  });
});
