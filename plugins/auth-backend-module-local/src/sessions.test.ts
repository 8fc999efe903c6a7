import { codeOf } from './__testUtils__/codeOf';
import { enrolTotp } from './__testUtils__/enrol';
import { PASSWORD } from './__testUtils__/seedTenants';
import {
  active,
  ADA,
  cookieOf,
  deactivated,
  HOUR,
  passTime,
  suspended,
  tokenOf,
  usePortal,
} from './__testUtils__/usePortal';

const {
  browser,
  call,
  raw,
  signIn,
  refresh,
  whoIs,
  setMember,
  setCustomer,
  startViewing,
  stopViewing,
  local,
} = usePortal();

describe('sessions', () => {
  it('start anew at each sign-in, whatever cookie the browser had', async () => {
    const planted = cookieOf(
      await signIn({ ...ADA, email: 'bob@acme.example' }),
    );
    const response = await signIn(ADA, planted);

    expect(cookieOf(response)).not.toBe(planted);
    const old = await refresh(planted);
    expect(old.status).toBe(401);
  });

  it('change their cookie at each refresh and go on', async () => {
    const cookie = cookieOf(await signIn(ADA));
    const renewed = await refresh(cookie);

    expect(renewed.status).toBe(200);
    expect(cookieOf(renewed)).not.toBe(cookie);
    expect((await whoIs(tokenOf(renewed))).status).toBe(200);
  });

  it('stand two tabs that refresh at the same time', async () => {
    const cookie = cookieOf(await signIn(ADA));
    const renewed = await refresh(cookie);
    const other = await refresh(cookie);

    expect(other.status).toBe(200);
    expect(other.get('Set-Cookie')).toBeUndefined();
    const next = await refresh(cookieOf(renewed));
    expect(next.status).toBe(200);
  });

  it('end for everybody when an old cookie comes back later', async () => {
    const stolen = cookieOf(await signIn(ADA));
    const renewed = await refresh(stolen);
    passTime(61_000);

    const replay = await refresh(stolen);
    expect(replay.status).toBe(401);
    expect((await whoIs(tokenOf(renewed))).status).toBe(401);
  });

  it('end when nobody used them for the idle limit', async () => {
    const response = await signIn(ADA);
    const cookie = cookieOf(response);
    passTime(12 * HOUR - 1_000);
    const renewed = await refresh(cookie);
    expect(renewed.status).toBe(200);

    passTime(12 * HOUR);
    const late = await refresh(cookieOf(renewed));
    expect(late.status).toBe(401);
  });

  it('end at the absolute limit, used or not', async () => {
    let cookie = cookieOf(await signIn(ADA));
    for (let day = 0; day < 20; day += 1) {
      passTime(8 * HOUR);
      const renewed = await refresh(cookie);
      expect(renewed.status).toBe(200);
      cookie = cookieOf(renewed);
    }
    passTime(8 * HOUR);
    const late = await refresh(cookie);
    expect(late.status).toBe(401);
  });

  it('count a request with their token as use', async () => {
    const response = await signIn(ADA);
    passTime(30 * 60_000);
    expect((await whoIs(tokenOf(response))).status).toBe(200);
    passTime(11.8 * HOUR);
    const renewed = await refresh(cookieOf(response));
    expect(renewed.status).toBe(200);
  });
});

describe('what ends a token at once', () => {
  /** Each form in which a user's token reaches a plugin. */
  const useTokens = async (token: string) => {
    const { body } = await raw()
      .get('/api/probe/tokens')
      .set('Authorization', `Bearer ${token}`);
    return async () => {
      const answers = [
        await whoIs(token),
        await raw()
          .get('/api/probe/me')
          .set('Cookie', `backstage-auth=${body.limited}`),
        await whoIs(body.onBehalf),
        await raw()
          .get('/api/auth/v1/userinfo')
          .set('Authorization', `Bearer ${token}`),
      ];
      return answers.map(({ status }) => status);
    };
  };

  it('signing out', async () => {
    const response = await signIn(ADA);
    const elsewhere = await signIn(ADA);
    const use = await useTokens(tokenOf(response));
    expect(await use()).toEqual([200, 200, 200, 200]);

    const cookie = cookieOf(response);
    const out = await call('delete', '/sessions/current', { cookie });
    expect(out.status).toBe(204);
    expect(await use()).toEqual([401, 401, 401, 401]);
    const renewed = await refresh(cookie);
    expect(renewed.status).toBe(401);
    expect((await whoIs(tokenOf(elsewhere))).status).toBe(200);
  });

  it('signing out, for an answer that is still being streamed', async () => {
    const response = await signIn(ADA);
    // fetch, for supertest waits for the end of an answer.
    const stream = await fetch(raw().get('/api/probe/stream').url, {
      headers: { Authorization: `Bearer ${tokenOf(response)}` },
    });
    await call('delete', '/sessions/current', { cookie: cookieOf(response) });
    expect(await stream.text()).toBe('hello goodbye');
  });

  it('removing the member', async () => {
    const use = await useTokens(tokenOf(await signIn(ADA)));
    expect(await use()).toEqual([200, 200, 200, 200]);

    await setMember('ada', { removed_at: new Date() });
    expect(await use()).toEqual([401, 401, 401, 401]);
    await setMember('ada', { removed_at: null });
  });

  it('deactivating the customer', async () => {
    const response = await signIn(ADA);
    const use = await useTokens(tokenOf(response));
    await setCustomer(deactivated);

    expect(await use()).toEqual([401, 401, 401, 401]);
    const renewed = await refresh(cookieOf(response));
    expect(renewed.status).toBe(401);
    await setCustomer(active);
  });

  it('suspending the customer, also when it is resumed', async () => {
    const signedIn = await signIn(ADA);
    const token = tokenOf(signedIn);
    expect((await whoIs(token)).status).toBe(200);
    await setCustomer({ ...suspended, signed_in_after: new Date() });
    const answer = await whoIs(token);
    await setCustomer(active);
    expect(answer.status).toBe(401);
    expect((await whoIs(token)).status).toBe(401);
    expect((await refresh(cookieOf(signedIn))).status).toBe(401);
    expect((await whoIs(tokenOf(await signIn(ADA)))).status).toBe(200);
    await setCustomer({ signed_in_after: null });
  });

  it('the idle limit, though the token would live on', async () => {
    const response = await signIn(ADA);
    await local().transaction('acme', trx =>
      trx('local_sessions').update({
        last_used_at: new Date(Date.now() - 12 * HOUR),
      }),
    );
    expect((await whoIs(tokenOf(response))).status).toBe(401);
  });
});

describe('staff who view as a customer', () => {
  const OLGA = { email: 'olga@freehold.example', password: PASSWORD };

  afterEach(() => stopViewing());

  it('stay who they are, and get tokens that own nothing of others', async () => {
    const signedIn = await signIn(OLGA);
    await startViewing(10);
    expect((await whoIs(tokenOf(signedIn))).body.userEntityRef).toBe(
      'user:default/olga',
    );
    const renewed = await refresh(cookieOf(signedIn));
    expect(renewed.body.backstageIdentity.identity).toMatchObject({
      userEntityRef: 'user:default/olga',
      ownershipEntityRefs: ['user:default/olga'],
    });
    await stopViewing();
    const after = await refresh(cookieOf(renewed));
    expect(after.body.backstageIdentity.identity.ownershipEntityRefs).toContain(
      'group:default/staff',
    );
  });

  it('sign in meanwhile with their second factor, too', async () => {
    const desk = browser();
    await desk.signIn(OLGA);
    const { secret } = await enrolTotp(desk);
    await startViewing(10);
    const phone = browser();
    expect((await phone.signIn(OLGA)).body.challenge.kinds).toContain('code');
    const code = codeOf(secret, 1);
    const answered = await phone.post('/challenge/answer', { code });
    expect(answered.status).toBe(200);
    expect((await whoIs(tokenOf(answered))).body.userEntityRef).toBe(
      'user:default/olga',
    );
    expect((await phone.post('/sessions/refresh')).status).toBe(200);
  });

  it('change nothing about how they sign in', async () => {
    const desk = browser();
    await desk.signIn(OLGA);
    await startViewing(10);
    const replies = [
      await desk.post('/authenticators/totp'),
      await desk.post('/recovery-codes'),
      await desk.delete('/authenticators/aut_unknown'),
    ];
    for (const reply of replies) {
      expect(reply.status).toBe(403);
      expect(reply.body.error.message).toContain('Stop viewing first');
    }
  });

  it('can sign in meanwhile, and out', async () => {
    await startViewing(10);
    const signedIn = await signIn(OLGA);
    expect(signedIn.status).toBe(200);
    const cookie = cookieOf(signedIn);
    await call('delete', '/sessions/current', { cookie });
    expect((await whoIs(tokenOf(signedIn))).status).toBe(401);
  });
});
