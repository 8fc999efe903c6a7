import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from '../http/request.ts';
import { browser, type Scene } from './Scene.ts';
import { START } from './providers.ts';

/** Places elsewhere, as people try to pass them for places here. */
const elsewhere = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'http:/evil.example',
  // eslint-disable-next-line no-script-url -- an address that must lead nowhere
  'javascript:alert(1)',
  'data:text/html,evil.example',
  '%2f%2fevil.example',
  '/%2fevil.example',
  '/%5cevil.example',
  '/%09/evil.example',
  '/.evil.example',
  '@evil.example',
  'https://localhost@evil.example',
];

/** Under which portals, Backstage among them, are told where to go next. */
const parameters = [
  'redirectUrl',
  'redirect_uri',
  'redirect',
  'returnTo',
  'return_to',
  'returnUrl',
  'next',
  'from',
  'origin',
  'continue',
  'url',
  'target',
];

export function redirectAttacks(scene: () => Scene): void {
  test('no parameter says where sign-in at a provider ends', async () => {
    const { url } = scene().portal;
    for (const place of elsewhere) {
      const query = new URLSearchParams(
        parameters.map(name => [name, place]),
      ).toString();
      const who = browser(scene());
      const { headers } = await who.visit(`${START}?${query}&flow=redirect`);
      const there = new URL(headers.location);
      assert.equal(there.origin, new URL(scene().provider.issuer).origin);
      assert.equal(
        there.searchParams.get('redirect_uri'),
        `${url}/api/auth/oidc/handler/frame`,
      );
      const state = there.searchParams.get('state')!;
      const told = new URLSearchParams(Buffer.from(state, 'hex').toString());
      assert.equal(told.get('redirectUrl'), `${url}/`);
      assert.equal(told.get('origin'), null);
    }
  });

  test('no state that comes back says where to go next', async () => {
    const { url } = scene().portal;
    for (const place of elsewhere) {
      const told = new URLSearchParams({
        env: 'development',
        nonce: 'n',
        flow: 'redirect',
        redirectUrl: place,
        origin: place,
      });
      const state = Buffer.from(told.toString()).toString('hex');
      const query = new URLSearchParams({ code: 'c', state });
      const path = `/api/auth/oidc/handler/frame?${query}`;
      const { headers, body } = await browser(scene()).visit(path);
      assert.equal(headers.location, `${url}/?error=identity-failed`);
      assert.ok(!body.includes('evil.example'), body);
    }
  });

  test('no address of the portal leads elsewhere', async () => {
    const paths = elsewhere.flatMap(place => [
      place.startsWith('/') ? place : `/${place}`,
      `/${place}/..`,
      `/static/${place}`,
      `/static/${place}/..`,
      `/api/${place}`,
      `/catalog/${place}`,
      `/?${parameters.map(name => `${name}=${place}`).join('&')}`,
      `/set-password?next=${place}`,
      `/accept-invitation?next=${place}`,
      `/forgot-password?next=${place}`,
    ]);
    const leading: string[] = [];
    for (const path of paths.filter(isSendable)) {
      const { headers, body } = await request(scene().portal.url, { path });
      const { location = '', refresh = '' } = headers;
      // A browser reads what has no scheme, or a backslash, as it would a path.
      const target = new URL(location, scene().portal.url);
      if (target.origin !== scene().portal.url || refresh) {
        leading.push(`${path} → ${location}${refresh}`);
      }
      if (/http-equiv="?refresh/i.test(body)) {
        leading.push(`${path} → ${body}`);
      }
    }
    assert.deepEqual(leading, []);
  });
}

/** Node sends no path with white space or control characters. */
function isSendable(path: string): boolean {
  return /^[\x21-\x7e]+$/.test(path);
}
