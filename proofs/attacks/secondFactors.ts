import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf } from '../../plugins/auth-backend-module-local/src/__testUtils__/codeOf.ts';
import type { Browser } from '../http/Browser.ts';
import {
  type Account,
  browser,
  credentialsOf,
  retryAfter,
  type Scene,
  signedIn,
  stretchDelays,
  victim,
} from './Scene.ts';

interface Enrolled {
  secret: string;
  recoveryCodes: string[];
}

export function secondFactorAttacks(scene: () => Scene): void {
  test('a code guessed by who knows the password: stopped, and then the right one is refused as well', async () => {
    const who = victim(scene(), 'observed', 'developer');
    const { secret } = await enrol(scene(), who);
    const attacker = browser(scene());
    await guess(scene(), attacker, who, { code: '000000' });

    await attacker.signIn(credentialsOf(who));
    const right = await answer(attacker, { code: codeOf(secret, 1) });
    assert.equal(right.status, 429);
    assert.equal(await attacker.isSignedIn(), false);
  });

  test('a recovery code guessed by who knows the password: stopped, and the owner gets in elsewhere with one', async () => {
    const who = victim(scene(), 'observed', 'billing');
    const { recoveryCodes } = await enrol(scene(), who);
    const attacker = browser(scene());
    await guess(scene(), attacker, who, { recoveryCode: 'abcde-fghij' });
    const right = await answer(attacker, { recoveryCode: recoveryCodes[0] });
    assert.equal(right.status, 429);

    const owner = await halfSignedIn(scene(), who);
    const taken = await answer(owner, { recoveryCode: recoveryCodes[0] });
    assert.equal(taken.status, 200, taken.body);
  });

  test('a code, and a recovery code, that was used once opens nothing again', async () => {
    const who = victim(scene(), 'observed', 'viewer');
    const { secret, recoveryCodes } = await enrol(scene(), who);
    const [recoveryCode] = recoveryCodes;
    for (const shown of [{ code: codeOf(secret, 1) }, { recoveryCode }]) {
      const owner = await halfSignedIn(scene(), who);
      assert.equal((await answer(owner, shown)).status, 200);
      const onlooker = await halfSignedIn(scene(), who);
      const again = await answer(onlooker, shown);
      assert.equal(again.status, 401, `${Object.keys(shown)} counted twice`);
      assert.equal(await onlooker.isSignedIn(), false);
    }
  });

  test('a sign-in that waits for a second factor opens nothing', async () => {
    const who = victim(scene(), 'observed', 'admin');
    await enrol(scene(), who);
    const half = await halfSignedIn(scene(), who);
    assert.equal(half.sessionCookie, undefined);

    const challenge = half.cookies.get('freehold-challenge')!;
    half.cookies.set('freehold-session', challenge);
    const calls = [
      ['POST', '/sessions/refresh'],
      ['GET', '/sessions'],
      ['GET', '/security'],
      ['POST', '/authenticators/totp'],
      ['POST', '/authenticators/passkeys/options'],
      ['POST', '/recovery-codes'],
      ['POST', '/sessions/revoke-others'],
      ['POST', '/identities', { provider: 'oidc' }],
    ] as const;
    for (const [method, path, body] of calls) {
      for (const cookie of [challenge, undefined]) {
        if (!cookie) half.cookies.delete('freehold-session');
        const { status } = await half.auth(method, path, body);
        assert.equal(status, 401, `${method} ${path}`);
        half.cookies.set('freehold-session', challenge);
      }
    }
    const page = await half.call({ path: '/api/tenancy/me' });
    assert.equal(page.status, 401);
  });
}

/** Sets up an authenticator app for the account. */
async function enrol(scene: Scene, who: Account): Promise<Enrolled> {
  const desk = await signedIn(scene, who);
  const begun = await desk.auth('POST', '/authenticators/totp');
  const { authenticatorId, secret } = JSON.parse(begun.body);
  const path = `/authenticators/${authenticatorId}/confirm`;
  const body = { code: codeOf(secret), name: 'Phone' };
  const confirmed = await desk.auth('POST', path, body);
  assert.equal(confirmed.status, 201, confirmed.body);
  return { secret, ...JSON.parse(confirmed.body) };
}

/** A browser of which the portal has seen the right password, and no more. */
async function halfSignedIn(scene: Scene, who: Account): Promise<Browser> {
  const half = browser(scene);
  const { body } = await half.signIn(credentialsOf(who));
  assert.ok(JSON.parse(body).challenge, body);
  return half;
}

function answer(who: Browser, shown: object) {
  return who.auth('POST', '/challenge/answer', shown);
}

/** Guesses until it is stopped, which must be soon. */
async function guess(
  scene: Scene,
  attacker: Browser,
  who: Account,
  shown: object,
): Promise<void> {
  for (let count = 0; count < 8; count += 1) {
    await attacker.signIn(credentialsOf(who));
    const guessed = await answer(attacker, shown);
    if (guessed.status === 429) {
      assert.ok(retryAfter(guessed)! > 0);
      await stretchDelays(scene);
      return;
    }
    assert.equal(guessed.status, 401, guessed.body);
  }
  assert.fail('Eight guesses in a row were looked at');
}
