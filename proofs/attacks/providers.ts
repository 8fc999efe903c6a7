import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '../http/Browser.ts';
import type { Answer } from '../http/request.ts';
import { browser, type Scene, signedIn, victim } from './Scene.ts';

export const START = '/api/auth/oidc/start';

const work = { subject: '0815', email: 'work@idp.example', isVerified: true };
const mallory = {
  subject: 'mallory',
  email: 'm@idp.example',
  isVerified: true,
};

export function providerAttacks(scene: () => Scene): void {
  test('an account elsewhere signs in to whom it was linked, so there is something to attack', async () => {
    const desk = await signedIn(scene(), member());
    await scene().provider.become(work);
    await linkAt(scene(), desk);
    const phone = browser(scene());
    await phone.visit(await roundTrip(scene(), phone));
    assert.equal(await phone.isSignedIn(), true);
  });

  test('an account with the address of a member, verified or not, opens nothing', async () => {
    for (const isVerified of [false, true]) {
      const { email } = member();
      await scene().provider.become({ subject: 'thief', email, isVerified });
      const thief = browser(scene());
      const answer = await thief.visit(await roundTrip(scene(), thief));
      assert.match(answer.headers.location, /error=identity-unknown$/);
      assert.equal(await thief.isSignedIn(), false);
    }
  });

  test('an answer with a mixed-up state leads home, and nobody in', async () => {
    await scene().provider.become(work);
    const phone = browser(scene());
    const answer = new URL(await roundTrip(scene(), phone));
    const state = answer.searchParams.get('state')!;
    const plain = Buffer.from(state, 'hex').toString('utf8');
    const other = browser(scene());
    const othersAnswer = new URL(await roundTrip(scene(), other));
    const bent = [
      othersAnswer.searchParams.get('state')!,
      toHex(plain.replace(/nonce=[^&]*/, 'nonce=other')),
      toHex(plain.replace('flow=redirect', 'flow=popup')),
      toHex(plain.replace(/redirectUrl=[^&]*/, 'redirectUrl=//evil.example')),
      toHex('nothing of a state'),
      '',
    ];
    for (const each of bent) {
      answer.searchParams.set('state', each);
      await expectNobody(scene(), phone, await phone.visit(answer.href));
    }
  });

  test('an answer meant for another browser lets nobody in, and links nothing', async () => {
    await scene().provider.become(work);
    const answer = await roundTrip(scene(), browser(scene()));
    const elsewhere = browser(scene());
    await expectNobody(scene(), elsewhere, await elsewhere.visit(answer));

    await scene().provider.become(mallory);
    const attacker = await signedIn(
      scene(),
      victim(scene(), 'onlooker', 'admin'),
    );
    const link = await attacker.auth('POST', '/identities', oidc);
    const { startPath } = JSON.parse(link.body);
    const malloryAnswer = await roundTrip(
      scene(),
      attacker,
      `/api/auth${startPath}`,
    );
    const desk = await signedIn(scene(), member());
    await desk.auth('POST', '/identities', oidc);
    const lured = await desk.visit(malloryAnswer);
    assert.match(lured.headers.location, /error=/);
    const { body } = await desk.auth('GET', '/security');
    const linked = JSON.parse(body).identities;
    assert.deepEqual(
      linked.map(({ label }: { label: string }) => label),
      [work.email],
    );
  });

  test('a code that was caught on its way is of no use in another sign-in', async () => {
    await scene().provider.become(work);
    const owner = browser(scene());
    const caught = new URL(await roundTrip(scene(), owner));
    await scene().provider.become(mallory);
    const thief = browser(scene());
    const own = new URL(await roundTrip(scene(), thief));
    own.searchParams.set('code', caught.searchParams.get('code')!);
    await expectNobody(scene(), thief, await thief.visit(own.href));
  });

  test('an answer counts once', async () => {
    await scene().provider.become(work);
    const phone = browser(scene());
    const answer = await roundTrip(scene(), phone);
    const cookies = new Map(phone.cookies);
    await phone.visit(answer);
    assert.equal(await phone.isSignedIn(), true);
    const thief = browser(scene());
    cookies.forEach((value, name) => thief.cookies.set(name, value));
    await expectNobody(scene(), thief, await thief.visit(answer));
  });

  function member() {
    return victim(scene(), 'onlooker', 'owner');
  }
}

const oidc = { provider: 'oidc' };

/** Goes to the provider and comes back to the given door. */
async function roundTrip(
  { provider }: Scene,
  who: Browser,
  start = START,
): Promise<string> {
  const { headers } = await who.visit(start);
  return provider.follow(headers.location);
}

async function linkAt(scene: Scene, desk: Browser): Promise<void> {
  const { body } = await desk.auth('POST', '/identities', oidc);
  const start = `/api/auth${JSON.parse(body).startPath}`;
  const { headers } = await desk.visit(await roundTrip(scene, desk, start));
  assert.equal(headers.location, `${scene.portal.url}/account/security`);
}

async function expectNobody(
  { portal }: Scene,
  who: Browser,
  { status, headers }: Answer,
): Promise<void> {
  assert.equal(status, 302);
  assert.equal(new URL(headers.location).origin, portal.url);
  assert.match(headers.location, /error=/);
  assert.equal(await who.isSignedIn(), false);
}

function toHex(text: string): string {
  return Buffer.from(text).toString('hex');
}
