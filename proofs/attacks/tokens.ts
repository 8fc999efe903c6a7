import assert from 'node:assert/strict';
import {
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import { test } from 'node:test';
import { request } from '../http/request.ts';
import { Session } from '../http/Session.ts';
import { listen } from '../leak/signals.ts';
import { credentialsOf, type Scene, signedIn, victim } from './Scene.ts';

/** One of each kind: ours, Backstage's, lists, streams, by cookie. */
const kindsOfRoutes = [
  '/api/tenancy/me',
  '/api/sites/sites',
  '/api/catalog/entities',
  '/api/search/query?term=shop',
  '/api/scaffolder/v2/tasks',
  '/api/notifications',
  '/api/user-settings/buckets/proof/keys/note',
  '/api/sites/offering',
  '/api/catalog/.well-known/backstage/permissions/metadata',
];

/** A route of each of two plugins, which check tokens on their own. */
const guarded = ['/api/tenancy/me', '/api/catalog/entities'];

type Claims = Record<string, unknown>;

export function tokenAttacks(scene: () => Scene): void {
  test('a token and the cookies of a session that was signed out open no kind of route', async () => {
    const who = victim(scene(), 'suspended', 'billing');
    const { url } = scene().portal;
    const session = await Session.signIn(url, who.email, credentialsOf(who));
    const cookies = await backstageCookies(session);
    assert.ok(cookies.length > 0);
    await session.signOut();
    const opened: string[] = [];
    for (const path of kindsOfRoutes) {
      const { status } = await session.call({ path });
      if (status !== 401) opened.push(`${path} ${status}`);
    }
    for (const { path, cookie } of cookies) {
      const { status } = await request(url, { path, headers: { cookie } });
      if (status !== 401) opened.push(`${path} by cookie ${status}`);
    }
    assert.deepEqual(opened, []);
    const pushed = await listen(session, 'notifications');
    assert.equal(pushed.isOpen, false);
  });

  test('a token that the portal did not make opens nothing', async () => {
    const who = victim(scene(), 'suspended', 'billing');
    const { url } = scene().portal;
    const session = await Session.signIn(url, who.email, credentialsOf(who));
    for (const path of guarded) {
      assert.equal((await session.call({ path })).status, 200);
    }
    const keys = {
      auth: await publicKeyOf(url, 'auth'),
      catalog: await publicKeyOf(url, 'catalog'),
    };
    const operator = `user:default/${scene().cast.staff[0].name}`;
    const forged = {
      ...forgedUserTokens(session.token!, keys.auth, operator),
      ...forgedPluginTokens(session.token!, keys.catalog),
    };
    const opened: string[] = [];
    for (const [title, token] of Object.entries(forged)) {
      for (const path of guarded) {
        const headers = { authorization: `Bearer ${token}` };
        const { status, body } = await request(url, { path, headers });
        if (status !== 401) opened.push(`${title} ${path} → ${status} ${body}`);
      }
    }
    assert.deepEqual(opened, []);
  });

  test('a right token is for the portal alone, and a session cookie is no token', async () => {
    const who = victim(scene(), 'suspended', 'billing');
    const desk = await signedIn(scene(), who);
    const headers = { authorization: `Bearer ${desk.sessionCookie}` };
    const answer = await desk.call({ path: '/api/tenancy/me', headers });
    assert.equal(answer.status, 401);
  });
}

/** Tokens of users, each wrong in one way. */
function forgedUserTokens(
  token: string,
  published: PublishedKey,
  other: string,
): Record<string, string> {
  const [header, payload] = token.split('.').map(decode) as [Claims, Claims];
  const [head, body, signature] = token.split('.');
  const elevated = { ...payload, sub: other, ent: [other] };
  const later = { ...payload, exp: Number(payload.exp) + 3600 };
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = published.jwk.kid;
  return {
    'without a signature': `${head}.${body}.`,
    'of algorithm none': `${encode({ ...header, alg: 'none' })}.${body}.`,
    'signed with the public key as a secret': signedWithSecret(
      { ...header, alg: 'HS256' },
      elevated,
      JSON.stringify(published.jwk),
    ),
    'of another subject': `${head}.${encode(elevated)}.${signature}`,
    'that ends later': `${head}.${encode(later)}.${signature}`,
    'signed with another key': signedWith(privateKey, header, elevated),
    'signed with another key under the name of ours': signedWith(
      privateKey,
      { ...header, kid },
      elevated,
    ),
    'that brings its own key': signedWith(
      privateKey,
      { ...header, jwk: privateKey.export({ format: 'jwk' }) },
      elevated,
    ),
    'of a limited kind, made of a full one': `${encode({ ...header, typ: 'vnd.backstage.limited-user' })}.${body}.${signature}`,
  };
}

/** Tokens that only plugins have: they open much, for many. */
function forgedPluginTokens(
  userToken: string,
  { jwk }: PublishedKey,
): Record<string, string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Math.floor(Date.now() / 1000);
  const header = { typ: 'vnd.backstage.plugin', alg: 'ES256', kid: jwk.kid };
  const claims = { sub: 'catalog', iat: now, exp: now + 3600 };
  const forge = (changes: Claims, head: Claims = header) =>
    Object.fromEntries(
      ['tenancy', 'catalog'].map(aud => [
        aud,
        signedWith(privateKey, head, { ...claims, aud, ...changes }),
      ]),
    );
  const ways = {
    'of a plugin': forge({}),
    'of a plugin that there is not': forge({ sub: randomUUID() }),
    'of a plugin elsewhere': forge({ sub: '../../evil.example' }),
    'of a plugin on behalf of somebody': forge({ obo: userToken }),
    'of a plugin without a key': forge({}, { ...header, kid: undefined }),
  };
  return Object.fromEntries(
    Object.entries(ways).flatMap(([title, tokens]) =>
      Object.entries(tokens).map(([aud, token]) => [
        `${title}, for ${aud}`,
        token,
      ]),
    ),
  );
}

interface PublishedKey {
  jwk: { kid: string };
}

/** A key that a plugin publishes for others to check its tokens with. */
async function publicKeyOf(url: string, plugin: string): Promise<PublishedKey> {
  const path =
    plugin === 'auth'
      ? '/api/auth/.well-known/jwks.json'
      : `/api/${plugin}/.backstage/auth/v1/jwks.json`;
  const { body } = await request(url, { path });
  const [jwk] = JSON.parse(body).keys;
  return { jwk };
}

/** Cookies that Backstage gives pages for what scripts cannot fetch. */
async function backstageCookies(session: Session) {
  const cookies: { path: string; cookie: string }[] = [];
  for (const plugin of ['app', 'tenancy', 'sites', 'catalog', 'scaffolder']) {
    const path = `/api/${plugin}/.backstage/auth/v1/cookie`;
    const { setCookies } = await session.call({ path });
    cookies.push(
      ...setCookies.map(line => ({ path, cookie: line.split(';')[0] })),
    );
  }
  return cookies;
}

function decode(part: string): Claims {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}

function encode(value: Claims): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signedWith(key: KeyObject, header: Claims, payload: Claims): string {
  const text = `${encode(header)}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(text), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${signature.toString('base64url')}`;
}

function signedWithSecret(header: Claims, payload: Claims, secret: string) {
  const text = `${encode(header)}.${encode(payload)}`;
  const mac = createHmac('sha256', secret).update(text).digest('base64url');
  return `${text}.${mac}`;
}
