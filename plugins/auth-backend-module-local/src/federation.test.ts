import { codeOf } from './__testUtils__/codeOf';
import { enrolTotp } from './__testUtils__/enrol';
import {
  startOidcProvider,
  type OidcProvider,
} from './__testUtils__/startOidcProvider';
import { ORIGIN } from './__testUtils__/startPortal';
import type { TestBrowser } from './__testUtils__/TestBrowser';
import { ADA, passTime, usePortal } from './__testUtils__/usePortal';

// Each request hashes a password, and there are many.
jest.setTimeout(60_000);

let provider: OidcProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
}, 30_000);
afterAll(() => provider.stop());

const { browser, local, messages, raw } = usePortal({}, () => ({
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
}));

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

  it('can be bound with an invitation’s link, once', async () => {
    await provider.become(work);
    const made = await raw().post('/api/tenancy/links/acme/new');
    const token = made.body.url.split('#token=')[1];
    const input = { provider: 'oidc', token };
    const fresh = browser();
    const { body } = await fresh.post('/identities', input);
    await signInThere(fresh, `/api/auth${body.startPath}`);
    expect(await isSignedIn(fresh)).toBe(true);
    expect(await identities()).toMatchObject([{ member_name: 'new' }]);
    expect((await browser().post('/identities', input)).status).toBe(404);
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
