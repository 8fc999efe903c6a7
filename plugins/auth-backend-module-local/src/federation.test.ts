import { codeOf } from './__testUtils__/codeOf';
import { enrolTotp } from './__testUtils__/enrol';
import {
  startOidcProvider,
  type OidcProvider,
} from './__testUtils__/startOidcProvider';
import { ORIGIN, portalHeaders } from './__testUtils__/startPortal';
import type { TestBrowser } from './__testUtils__/TestBrowser';
import { ADA, passTime, usePortal } from './__testUtils__/usePortal';

// Each request hashes a password, and there are many.
jest.setTimeout(60_000);

let provider: OidcProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
}, 30_000);
afterAll(() => provider.stop());

const { browser, local, messages, raw, setMember } = usePortal(
  { secondFactor: { requiredFor: ['admin'] } },
  () => ({
    session: { secret: 'a-secret-of-these-tests-only' },
    providers: {
      oidc: {
        development: {
          metadataUrl: `${provider.issuer}/.well-known/openid-configuration`,
          callbackUrl: `${ORIGIN}/api/auth/oidc/handler/frame`,
          clientId: 'freehold',
          clientSecret: 'a-secret-of-tests-only',
          prompt: 'auto',
        },
      },
    },
  }),
);

const START = '/api/auth/oidc/start';
/** The subject and the address have nothing to do with each other. */
const work = { subject: '0815', email: 'work@idp.example', isVerified: false };

/** Goes to the provider and comes back to the given door. */
async function roundTrip(who: TestBrowser, start = START): Promise<string> {
  const { headers } = await who.visit(start);
  return provider.follow(headers.location);
}

/** A round trip to its end; where the browser is then. */
async function signInThere(who: TestBrowser, start?: string): Promise<string> {
  const { headers } = await who.visit(await roundTrip(who, start));
  return headers.location;
}

/** A browser in which Ada is signed in and has linked her account at work. */
async function adaWithIdentity(): Promise<TestBrowser> {
  await provider.become(work);
  const desk = browser();
  await desk.signIn(ADA);
  const { body } = await desk.post('/identities', { provider: 'oidc' });
  const page = await signInThere(desk, `/api/auth${body.startPath}`);
  expect(page).toBe(`${ORIGIN}/account/security`);
  return desk;
}

const identities = () =>
  local().acrossTenants('test', async trx => trx('local_identities'));

const isSignedIn = async (who: TestBrowser) =>
  (await who.post('/sessions/refresh')).status === 200;

describe('an account elsewhere', () => {
  it('is bound in a session and then signs in, by issuer and subject', async () => {
    const desk = await adaWithIdentity();
    const { body } = await desk.get('/security');
    expect(body.identities).toMatchObject([
      { provider: 'oidc', issuer: provider.issuer, label: work.email },
    ]);
    const [link] = (await messages('audit')).filter(
      ({ action }) => action === 'linkIdentity',
    );
    expect(link).toMatchObject({
      tenant: 'acme',
      actor: { ref: 'user:acme/ada' },
    });

    // Another address there makes no difference.
    await provider.become({ ...work, email: 'renamed@idp.example' });
    const phone = browser();
    expect(await signInThere(phone)).toBe(`${ORIGIN}/`);
    const { body: session } = await phone.post('/sessions/refresh');
    expect(session.backstageIdentity.identity.userEntityRef).toBe(
      'user:acme/ada',
    );
  });

  it('opens nothing while it is bound to nobody, whatever its address', async () => {
    for (const isVerified of [false, true]) {
      await provider.become({
        subject: 'mallory',
        email: ADA.email,
        isVerified,
      });
      const mallory = browser();
      expect(await signInThere(mallory)).toBe(
        `${ORIGIN}/?error=identity-unknown`,
      );
      expect(await isSignedIn(mallory)).toBe(false);
    }
  });

  it('is another one at another issuer, with the same subject', async () => {
    await adaWithIdentity();
    await local().transaction('acme', trx =>
      trx('local_identities').update({ issuer: 'https://other.example' }),
    );
    const stranger = browser();
    expect(await signInThere(stranger)).toBe(
      `${ORIGIN}/?error=identity-unknown`,
    );
    expect(await isSignedIn(stranger)).toBe(false);
  });

  it('belongs to one member only', async () => {
    await adaWithIdentity();
    const hank = browser();
    await hank.signIn({ ...ADA, email: 'hank@globex.example' });
    const { body } = await hank.post('/identities', { provider: 'oidc' });
    expect(await signInThere(hank, `/api/auth${body.startPath}`)).toBe(
      `${ORIGIN}/account/security?error=identity-taken`,
    );
    expect(await identities()).toMatchObject([{ member_name: 'ada' }]);
  });

  it('spares nobody the second factor', async () => {
    const desk = await adaWithIdentity();
    const { secret } = await enrolTotp(desk);
    const phone = browser();
    await signInThere(phone);
    expect(await isSignedIn(phone)).toBe(false);
    const challenge = await phone.get('/challenge');
    expect(challenge.body.kinds).toContain('code');
    passTime(30_000);
    const code = codeOf(secret);
    expect((await phone.post('/challenge/answer', { code })).status).toBe(200);
    expect(await isSignedIn(phone)).toBe(true);
  });

  it('opens nothing once it is unbound', async () => {
    const desk = await adaWithIdentity();
    const { body } = await desk.get('/security');
    const removed = await desk.delete(`/identities/${body.identities[0].id}`);
    expect(removed.status).toBe(204);
    const phone = browser();
    expect(await signInThere(phone)).toContain('identity-unknown');
  });

  it('is bound only by who has just shown who they are', async () => {
    const desk = browser();
    expect((await desk.post('/identities', { provider: 'oidc' })).status).toBe(
      401,
    );
    await desk.signIn(ADA);
    passTime(10 * 60_000);
    const late = await desk.post('/identities', { provider: 'oidc' });
    expect(late.status).toBe(403);
    const none = await desk.post('/identities', { provider: 'gitlab' });
    expect([403, 404]).toContain(none.status);
  });
});

describe('an invitation', () => {
  const INVITED_PAGE = `${ORIGIN}/accept-invitation`;

  beforeEach(() => provider.become(work));

  const acceptAs = async (member: string) => {
    const made = await raw().post(
      `/api/tenancy/links/acme/${member}?firstOnly=1`,
    );
    return { status: made.status, token: made.body.url?.split('#token=')[1] };
  };
  const begin = (who: TestBrowser, token: string) =>
    who.post('/identities', { provider: 'oidc', token });
  const accept = async (who: TestBrowser, token: string) => {
    const { body } = await begin(who, token);
    return signInThere(who, `/api/auth${body.startPath}`);
  };

  it('is accepted with an account elsewhere, without a password, once', async () => {
    const { token } = await acceptAs('new');
    const fresh = browser();
    expect(await accept(fresh, token)).toBe(INVITED_PAGE);
    const { body: session } = await fresh.post('/sessions/refresh');
    expect(session.backstageIdentity.identity.userEntityRef).toBe(
      'user:acme/new',
    );
    expect(await identities()).toMatchObject([
      { member_name: 'new', issuer: provider.issuer, subject: work.subject },
    ]);
    expect((await fresh.get('/security')).body.hasPassword).toBe(false);

    expect((await begin(browser(), token)).status).toBe(404);
    const password = 'marble-trumpet-91-canyon';
    expect(
      (await browser().post('/password', { token, password })).status,
    ).toBe(404);
    expect((await acceptAs('new')).status).toBe(409);
  });

  it('says nothing of its token to the provider, or in an address', async () => {
    const { token } = await acceptAs('new');
    const fresh = browser();
    const { body } = await begin(fresh, token);
    const start = await fresh.visit(`/api/auth${body.startPath}`);
    const answer = await provider.follow(start.headers.location);
    const end = await fresh.visit(answer);
    const secret = token.split('.')[1];
    for (const address of [
      body.startPath,
      start.headers.location,
      answer,
      end.headers.location,
    ]) {
      expect(decodeURIComponent(address)).not.toContain(secret);
      const { searchParams } = new URL(address, ORIGIN);
      const state = Buffer.from(searchParams.get('state') ?? '', 'hex');
      expect(decodeURIComponent(state.toString())).not.toContain(secret);
    }
  });

  it('takes the answer in the browser that began, and in no other', async () => {
    const { token } = await acceptAs('new');
    const fresh = browser();
    const { body } = await begin(fresh, token);
    const answer = await roundTrip(fresh, `/api/auth${body.startPath}`);
    const other = browser();
    const { headers } = await other.visit(answer);
    expect(headers.location).toContain(`${INVITED_PAGE}?error=`);
    expect(await isSignedIn(other)).toBe(false);
    expect(await identities()).toEqual([]);
    // Nor once that browser has begun with an invitation of its own.
    const { body: own } = await begin(other, (await acceptAs('new')).token);
    await roundTrip(other, `/api/auth${own.startPath}`);
    await other.visit(answer);
    expect(await identities()).toEqual([]);
  });

  it('refuses an account that is bound to somebody, and may be tried again', async () => {
    await adaWithIdentity();
    const { token } = await acceptAs('new');
    const fresh = browser();
    expect(await accept(fresh, token)).toBe(
      `${INVITED_PAGE}?error=identity-taken`,
    );
    expect(await isSignedIn(fresh)).toBe(false);
    expect(await identities()).toMatchObject([{ member_name: 'ada' }]);

    await provider.become({ ...work, subject: '4711' });
    expect(await accept(fresh, token)).toBe(INVITED_PAGE);
    expect(await isSignedIn(fresh)).toBe(true);
  });

  it.each([
    [
      'was replaced',
      async () => {
        await acceptAs('new');
      },
    ],
    ['took too long', async () => passTime(6 * 60_000)],
    [
      'is of a removed member',
      async () => {
        await setMember('new', { removed_at: new Date() });
      },
    ],
  ])('binds nothing when it %s', async (_why, happens) => {
    const { token } = await acceptAs('new');
    const fresh = browser();
    const { body } = await begin(fresh, token);
    const answer = await roundTrip(fresh, `/api/auth${body.startPath}`);
    await happens();
    const { headers } = await fresh.visit(answer);
    await setMember('new', { removed_at: null });
    expect(headers.location).toContain(
      `${INVITED_PAGE}?error=identity-expired`,
    );
    expect(await identities()).toEqual([]);
    expect(await isSignedIn(fresh)).toBe(false);
  });

  it('makes the browser theirs, whoever was signed in there before', async () => {
    const { token } = await acceptAs('new');
    const shared = browser();
    await shared.signIn(ADA);
    await accept(shared, token);
    const { body } = await shared.post('/sessions/refresh');
    expect(body.backstageIdentity.identity.userEntityRef).toBe('user:acme/new');
  });

  it('does not stand in for a forgotten password', async () => {
    await raw()
      .post('/api/auth/local/password/reset')
      .set(portalHeaders)
      .send({ email: ADA.email });
    const [mail] = await messages('mail');
    const token = String(mail.parameters.url).split('#token=')[1];
    expect((await begin(browser(), token)).status).toBe(404);
  });

  it('is not to be guessed', async () => {
    const answers = [];
    for (let guess = 0; guess < 25; guess++) {
      answers.push(
        await begin(browser(), `acme.${String(guess).padStart(43, 'x')}`),
      );
    }
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(statuses.at(-1)).toBe(429);
    expect(Number(answers.at(-1)!.get('retry-after'))).toBeGreaterThan(0);
  });

  it('of somebody whose role needs a second factor has one set up first', async () => {
    await setMember('new', { role: 'admin' });
    const { token } = await acceptAs('new');
    const fresh = browser();
    expect(await accept(fresh, token)).toBe(INVITED_PAGE);
    expect(await isSignedIn(fresh)).toBe(false);
    expect((await fresh.get('/challenge')).body.kinds).toEqual(['enrol']);
    await enrolTotp(fresh);
    expect(await isSignedIn(fresh)).toBe(true);
    await setMember('new', { role: 'developer' });
  });
});

describe('an answer of the provider', () => {
  it('is not taken by a browser that did not ask for it', async () => {
    await adaWithIdentity();
    const attacker = browser();
    const answer = await roundTrip(attacker);
    for (const victim of [browser(), await somebodyElse()]) {
      const { headers } = await victim.visit(answer);
      expect(headers.location).toContain('error=');
      expect(await identities()).toHaveLength(1);
    }
  });

  it('binds nothing to who began to link something else', async () => {
    await provider.become(work);
    const desk = browser();
    await desk.signIn(ADA);
    const first = await desk.post('/identities', { provider: 'oidc' });
    const answer = await roundTrip(desk, `/api/auth${first.body.startPath}`);
    await desk.post('/identities', { provider: 'oidc' });
    const { headers } = await desk.visit(answer);
    expect(headers.location).toContain('identity-expired');
    expect(await identities()).toEqual([]);
  });

  it('to a sign-in binds nothing, though linking was begun', async () => {
    await provider.become(work);
    const desk = browser();
    await desk.signIn(ADA);
    await desk.post('/identities', { provider: 'oidc' });
    expect(await signInThere(desk)).toContain('identity-unknown');
    expect(await identities()).toEqual([]);
  });

  it('counts once', async () => {
    await adaWithIdentity();
    const phone = browser();
    const answer = await roundTrip(phone);
    await phone.visit(answer);
    phone.cookies.delete('freehold-session');
    await phone.visit(answer);
    expect(await isSignedIn(phone)).toBe(false);
  });

  it('with a bent state leads nowhere but home', async () => {
    const phone = browser();
    const answer = new URL(await roundTrip(phone));
    const state = Buffer.from(
      answer.searchParams.get('state')!,
      'hex',
    ).toString();
    for (const bent of [
      state.replace(encodeURIComponent(ORIGIN), 'https%3A%2F%2Fevil.example'),
      state.replace('flow=redirect', 'flow=popup'),
      state.replace(/nonce=[^&]*/, 'nonce=other'),
      'no state at all',
    ]) {
      answer.searchParams.set('state', Buffer.from(bent).toString('hex'));
      const { headers } = await phone.visit(answer.href);
      expect(new URL(headers.location).origin).toBe(ORIGIN);
      expect(headers.location).toContain('error=');
      expect(await isSignedIn(phone)).toBe(false);
    }
  });

  it('lets no page choose where the browser goes next', async () => {
    await adaWithIdentity();
    const phone = browser();
    const page = await signInThere(
      phone,
      `${START}?env=development&flow=redirect&redirectUrl=https%3A%2F%2Fevil.example`,
    );
    expect(page).toBe(`${ORIGIN}/`);
  });

  it('gives the session a new secret, and the browser no token of the provider', async () => {
    const desk = await adaWithIdentity();
    const before = desk.cookies.get('freehold-session');
    await signInThere(desk);
    expect(desk.cookies.get('freehold-session')).not.toBe(before);
    expect([...desk.cookies.keys()]).not.toContain('oidc-refresh-token');
    for (const path of ['refresh', 'logout']) {
      const closed = await raw()
        .post(`/api/auth/oidc/${path}?env=development`)
        .set('X-Requested-With', 'XMLHttpRequest');
      expect(closed.status).toBe(404);
    }
  });
});

/** Somebody else who is signed in, and has linked nothing. */
async function somebodyElse(): Promise<TestBrowser> {
  const hank = browser();
  await hank.signIn({ ...ADA, email: 'hank@globex.example' });
  return hank;
}
