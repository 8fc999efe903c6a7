import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SessionMonitor, sessionMonitorApiRef } from '../session';
import { SignInPage } from './SignInPage';

const CONFIG = {
  app: { title: 'Freehold', baseUrl: 'http://localhost:7007' },
  backend: { baseUrl: 'http://localhost:7007' },
};

const SIGNED_IN = {
  backstageIdentity: {
    token: 'token',
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:acme/ann',
      ownershipEntityRefs: ['user:acme/ann'],
    },
  },
  profile: { displayName: 'Ann', email: 'ann@acme.example' },
};

type Answer = { status: number; body?: unknown; headers?: HeadersInit };

const noProviders: Record<string, (body: any) => Answer> = {
  'GET /identity-providers': () => ({ status: 200, body: { items: [] } }),
};

/** Answers the auth backend's calls; an unexpected call fails the test. */
function answerAuth(answers: Record<string, (body: any) => Answer>) {
  const calls: { call: string; body: any; headers: Headers }[] = [];
  jest.spyOn(global, 'fetch').mockImplementation(async (input, init) => {
    const path = String(input).replace(
      'http://localhost:7007/api/auth/local',
      '',
    );
    const call = `${init?.method} ${path}`;
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    calls.push({ call, body, headers: new Headers(init?.headers) });
    const answer = { ...noProviders, ...answers }[call];
    if (!answer) throw new Error(`Unexpected ${call}`);
    const { status, body: reply, headers } = answer(body);
    return reply === undefined
      ? new Response(null, { status, headers })
      : Response.json(reply, { status, headers });
  });
  return calls;
}

const noSession = () => ({ status: 401 });

function renderSignIn(address = '/') {
  const onSignInSuccess = jest.fn();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    config: CONFIG,
    apis: [[sessionMonitorApiRef, new SessionMonitor()]],
    initialRouteEntries: [address],
  });
  return onSignInSuccess;
}

async function submit(email: string, password: string) {
  await userEvent.type(
    await screen.findByRole('textbox', { name: /^E-mail/ }),
    email,
  );
  await userEvent.type(screen.getByLabelText(/^Password/), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('SignInPage', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    sessionStorage.clear();
  });

  it("goes on with the browser's session without asking", async () => {
    const calls = answerAuth({
      'POST /sessions/refresh': () => ({ status: 200, body: SIGNED_IN }),
    });
    const onSignInSuccess = renderSignIn('/sites');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const identity = onSignInSuccess.mock.calls[0][0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:acme/ann',
    });
    expect(calls[0].headers.get('x-freehold-request')).toBe('1');
  });

  it('signs in with e-mail and password', async () => {
    const calls = answerAuth({
      'POST /sessions/refresh': noSession,
      'POST /sessions': () => ({ status: 200, body: SIGNED_IN }),
    });
    const onSignInSuccess = renderSignIn();
    await submit(' ann@acme.example ', 'correct horse');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(calls.at(-1)?.body).toEqual({
      email: 'ann@acme.example',
      password: 'correct horse',
    });
  });

  it('offers itself to password managers', async () => {
    answerAuth({ 'POST /sessions/refresh': noSession });
    renderSignIn();
    expect(
      await screen.findByRole('textbox', { name: /^E-mail/ }),
    ).toHaveAttribute('autocomplete', 'username');
    expect(screen.getByLabelText(/^Password/)).toHaveAttribute(
      'autocomplete',
      'current-password',
    );
  });

  it('reveals nothing about why it did not match', async () => {
    answerAuth({
      'POST /sessions/refresh': noSession,
      'POST /sessions': () => ({
        status: 401,
        body: {
          error: { name: 'AuthenticationError', message: 'removed member' },
        },
      }),
    });
    const onSignInSuccess = renderSignIn();
    await submit('gone@acme.example', 'wrong');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('That did not match');
    expect(alert).not.toHaveTextContent('removed');
    expect(onSignInSuccess).not.toHaveBeenCalled();
    await waitFor(() =>
      expect(screen.getByLabelText(/^Password/)).toHaveFocus(),
    );
  });

  it('counts down after too many attempts and keeps the button locked', async () => {
    const calls = answerAuth({
      'POST /sessions/refresh': noSession,
      'POST /sessions': () => ({
        status: 429,
        headers: { 'retry-after': '30' },
      }),
    });
    renderSignIn();
    await submit('ann@acme.example', 'guess');
    expect(await screen.findByRole('timer')).toHaveTextContent(
      /You can try again in (30|29) s\./,
    );
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/^Password/), '{Enter}');
    expect(calls.filter(({ call }) => call === 'POST /sessions')).toHaveLength(
      1,
    );
  });

  it('lets people of several customers choose where to go', async () => {
    const calls = answerAuth({
      'POST /sessions/refresh': noSession,
      'POST /sessions': body =>
        body.tenant
          ? { status: 200, body: SIGNED_IN }
          : {
              status: 200,
              body: {
                choose: [
                  { tenant: 'acme', name: 'Acme Ltd' },
                  { tenant: 'hafen', name: 'Hafen GmbH' },
                ],
              },
            },
    });
    const onSignInSuccess = renderSignIn();
    await submit('agency@example.org', 'secret');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hafen GmbH' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(calls.at(-1)?.body).toEqual({
      email: 'agency@example.org',
      password: 'secret',
      tenant: 'hafen',
    });
  });

  it('says when a session has ended', async () => {
    sessionStorage.setItem('freehold.session.ended', '1');
    answerAuth({ 'POST /sessions/refresh': noSession });
    renderSignIn('/sites');
    expect(
      await screen.findByText('Your session has ended'),
    ).toBeInTheDocument();
    expect(sessionStorage.getItem('freehold.session.ended')).toBeNull();
  });

  it('sets a password by link and then asks to sign in with it', async () => {
    const calls = answerAuth({
      'POST /password-links/inspect': () => ({
        status: 200,
        body: {
          displayName: 'Nina New',
          email: 'nina@acme.example',
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        },
      }),
      'POST /password/strength': () => ({
        status: 200,
        body: { score: 4, feedback: [], acceptable: true },
      }),
      'POST /password': () => ({ status: 204 }),
      'DELETE /sessions/current': () => ({ status: 204 }),
      'POST /sessions/refresh': noSession,
    });
    renderSignIn('/set-password#token=secret-token');
    await userEvent.type(
      await screen.findByLabelText(/^New password/),
      'four unrelated words here',
    );
    expect(await screen.findByText('Strong')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Set password' }));

    expect(await screen.findByText('Your password is set')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^E-mail/ })).toHaveValue(
      'nina@acme.example',
    );
    expect(calls.find(({ call }) => call === 'POST /password')?.body).toEqual({
      token: 'secret-token',
      password: 'four unrelated words here',
    });
    expect(calls.map(({ call }) => call)).toContain('DELETE /sessions/current');
  });

  it('does not let a weak password through and says how to better it', async () => {
    answerAuth({
      'POST /password-links/inspect': () => ({
        status: 200,
        body: {
          displayName: 'Nina New',
          email: 'nina@acme.example',
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        },
      }),
      'POST /password/strength': () => ({
        status: 200,
        body: {
          score: 1,
          feedback: ['Add another word or two.'],
          acceptable: false,
        },
      }),
    });
    renderSignIn('/set-password#token=secret-token');
    await userEvent.type(
      await screen.findByLabelText(/^New password/),
      'nina2026',
    );
    expect(
      await screen.findByText('Add another word or two.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Set password' })).toBeDisabled();
  });

  it('says what to do about a link that no longer works', async () => {
    answerAuth({ 'POST /password-links/inspect': () => ({ status: 404 }) });
    renderSignIn('/set-password#token=used');
    expect(
      await screen.findByRole('heading', { name: 'This link no longer works' }),
    ).toBeInTheDocument();
  });

  describe('with a second factor', () => {
    const challenged = (kinds: string[]) => ({
      status: 200,
      body: { challenge: { kinds, expiresAt: new Date().toISOString() } },
    });

    it('asks for a code and says when it did not match', async () => {
      const calls = answerAuth({
        'POST /sessions/refresh': noSession,
        'POST /sessions': () => challenged(['code', 'recoveryCode']),
        'POST /challenge/answer': ({ code }) =>
          code === '123456'
            ? { status: 200, body: SIGNED_IN }
            : { status: 401, body: { error: { name: 'E', message: 'no' } } },
      });
      const onSignInSuccess = renderSignIn();
      await submit('ann@acme.example', 'right');
      const code = await screen.findByLabelText(/^Code of 6 digits/);
      expect(code).toHaveAttribute('autocomplete', 'one-time-code');
      await userEvent.type(code, '000000');
      await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Each code works once',
      );
      await userEvent.clear(code);
      await userEvent.type(code, '123456');
      await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      expect(calls.at(-1)?.body).toEqual({ code: '123456' });
    });

    it('takes a recovery code instead', async () => {
      const calls = answerAuth({
        'POST /sessions/refresh': noSession,
        'POST /sessions': () => challenged(['code', 'recoveryCode']),
        'POST /challenge/answer': () => ({ status: 200, body: SIGNED_IN }),
      });
      const onSignInSuccess = renderSignIn();
      await submit('ann@acme.example', 'right');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Use a recovery code' }),
      );
      await userEvent.type(
        screen.getByLabelText(/^Recovery code/),
        'aaaa-bbbb-cccc-dddd',
      );
      await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      expect(calls.at(-1)?.body).toEqual({
        recoveryCode: 'aaaa-bbbb-cccc-dddd',
      });
    });

    it('has it set up first where the role needs one', async () => {
      answerAuth({
        'POST /sessions/refresh': noSession,
        'POST /sessions': () => challenged(['enrol']),
        'POST /authenticators/totp': () => ({
          status: 201,
          body: {
            authenticatorId: 'aut_1',
            secret: 'ABCDEFGH',
            uri: 'otpauth://totp/x?secret=ABCDEFGH',
          },
        }),
        'POST /authenticators/aut_1/confirm': () => ({
          status: 201,
          body: {
            authenticator: { id: 'aut_1', kind: 'totp', name: 'Phone' },
            recoveryCodes: ['aaaa-bbbb'],
            signedIn: SIGNED_IN,
          },
        }),
      });
      const onSignInSuccess = renderSignIn();
      await submit('ann@acme.example', 'right');
      await userEvent.click(
        await screen.findByRole('button', { name: /^Authenticator app/ }),
      );
      await userEvent.type(
        await screen.findByLabelText(/^The code it shows now/),
        '123456',
      );
      await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
      expect(await screen.findByText('aaaa-bbbb')).toBeInTheDocument();
      expect(onSignInSuccess).not.toHaveBeenCalled();
      await userEvent.click(
        screen.getByRole('button', { name: 'I have kept them' }),
      );
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    });
  });

  it('offers providers that are set up, and says why one opened nothing', async () => {
    answerAuth({
      'POST /sessions/refresh': noSession,
      'GET /identity-providers': () => ({
        status: 200,
        body: {
          items: [{ id: 'google', name: 'Google', startPath: '/google/start' }],
        },
      }),
    });
    renderSignIn('/?error=identity-unknown');
    expect(
      await screen.findByRole('button', { name: 'Continue with Google' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'not linked to any member',
    );
  });
});
