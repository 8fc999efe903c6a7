import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '../http/Browser.ts';
import {
  browser,
  credentialsOf,
  madeUpToken,
  type Scene,
  signedIn,
  victim,
} from './Scene.ts';

export function sessionAttacks(scene: () => Scene): void {
  test('a cookie planted before sign-in is not the session after it, and the session it was of is over', async () => {
    const who = victim(scene(), 'suspended', 'developer');
    const attacker = await signedIn(
      scene(),
      victim(scene(), 'suspended', 'viewer'),
    );
    const plantedCookies = [attacker.sessionCookie!, madeUpToken(who.tenant)];
    for (const planted of plantedCookies) {
      const desk = browser(scene());
      desk.cookies.set('freehold-session', planted);
      const { status } = await desk.signIn(credentialsOf(who));
      assert.equal(status, 200);
      assert.notEqual(desk.sessionCookie, planted);
      assert.equal(await opens(planted), false);
    }
  });

  test('signing in again gives another cookie, and the one before is dead', async () => {
    const who = victim(scene(), 'suspended', 'developer');
    const desk = await signedIn(scene(), who);
    const earlier = desk.sessionCookie!;
    await desk.signIn(credentialsOf(who));
    assert.notEqual(desk.sessionCookie, earlier);
    assert.equal(await opens(earlier), false);
    assert.equal(await desk.isSignedIn(), true);
  });

  test('showing again who one is gives another cookie, and the one before is dead at once', async () => {
    const who = victim(scene(), 'suspended', 'developer');
    const desk = await signedIn(scene(), who);
    const earlier = desk.sessionCookie!;
    const { password } = who;
    const shown = await desk.auth('POST', '/reauthentication', { password });
    assert.equal(shown.status, 204, shown.body);
    assert.notEqual(desk.sessionCookie, earlier);
    assert.equal(await opens(earlier), false);
    assert.equal(await desk.isSignedIn(), true);
  });

  test('a copied cookie that was replaced long ago ends the session of both', async () => {
    const who = victim(scene(), 'suspended', 'developer');
    const desk = await signedIn(scene(), who);
    const copied = desk.sessionCookie!;
    await desk.auth('POST', '/sessions/refresh');
    assert.notEqual(desk.sessionCookie, copied);
    await scene().database.acrossTenants(
      `update auth.local_sessions
          set rotated_at = rotated_at - interval '2 minutes'
        where tenant_id = $1 and member_name = $2`,
      [who.tenant, who.member],
    );
    assert.equal(await opens(copied), false);
    assert.equal(await desk.isSignedIn(), false);
  });

  test('no script and no other site ever gets a cookie of sign-in', async () => {
    const who = victim(scene(), 'suspended', 'developer');
    const answer = await browser(scene()).signIn(credentialsOf(who));
    const flags = new Map(
      answer.setCookies
        .filter(line => !/Expires=Thu, 01 Jan 1970/.test(line))
        .map(line => [line.split('=')[0], line]),
    );
    assert.match(flags.get('freehold-session')!, /HttpOnly; SameSite=Strict/);
    assert.match(flags.get('freehold-device')!, /HttpOnly; SameSite=Lax/);
    assert.deepEqual([...flags.keys()].sort(), [
      'freehold-device',
      'freehold-session',
    ]);
  });

  /** Whether a cookie, in a browser that has nothing else, is a session. */
  async function opens(cookie: string): Promise<boolean> {
    const thief: Browser = browser(scene());
    thief.cookies.set('freehold-session', cookie);
    return thief.isSignedIn();
  }
}
