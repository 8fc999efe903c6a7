import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '../http/Browser.ts';
import {
  type Account,
  browser,
  credentialsOf,
  newAddress,
  passDelays,
  retryAfter,
  type Scene,
  signedIn,
  victim,
} from './Scene.ts';

/** Of the delays that are named, the longest. */
const LONGEST_SECONDS = 15 * 60;
const LONGEST_FOR_ALL_SECONDS = 30;
/** More wrong guesses than anybody is let through on the way there. */
const MOST_GUESSES = 30;
const ANSWER_INTERVAL_MS = 300;

export function passwordAttacks(scene: () => Scene): void {
  test('a password guessed from one address: each guess waits longer, and then the right one is refused as well', async () => {
    const who = victim(scene(), 'onlooker', 'developer');
    const desk = await signedIn(scene(), who);
    const office = desk.address;
    const attacker = browser(scene(), office);

    const waits = await guessUntil(
      scene(),
      who,
      () => attacker,
      LONGEST_SECONDS,
    );
    // On a busy machine a short wait may be over before the next guess.
    const long = waits.filter(seconds => seconds >= 8);
    assert.deepEqual(long, [8, 16, 32, 64, 128, 256, 512, LONGEST_SECONDS]);

    await attacker.signIn(guessAt(who));
    const right = await attacker.signIn(credentialsOf(who));
    assert.equal(right.status, 429, 'stopped, whatever the password');
    assert.deepEqual(right.setCookies, []);

    const owner = await desk.signIn(credentialsOf(who));
    assert.equal(owner.status, 200, 'the owner, at the very same address');
  });

  test('a password guessed from many addresses: stopped, for half a minute at most, and the owner gets in', async () => {
    const who = victim(scene(), 'onlooker', 'billing');
    const desk = await signedIn(scene(), who);
    const crowd = () => browser(scene());
    await guessUntil(scene(), who, crowd, LONGEST_FOR_ALL_SECONDS);

    await crowd().signIn(guessAt(who));
    const right = await browser(scene()).signIn(credentialsOf(who));
    assert.equal(right.status, 429, 'the attacker found it, and is stopped');
    assert.ok(retryAfter(right)! <= LONGEST_FOR_ALL_SECONDS);

    const owner = await desk.signIn(credentialsOf(who));
    assert.equal(owner.status, 200, 'the owner, where they were before');
  });

  test('one address that tries one password at everybody is stopped, too', async () => {
    const spray = browser(scene());
    const statuses: number[] = [];
    for (let count = 0; count < 40 && !statuses.includes(429); count += 1) {
      const email = `somebody-${count}@spray.example`;
      const { status } = await spray.signIn({ email, password: 'Summer2026!' });
      statuses.push(status);
    }
    assert.equal(statuses.at(-1), 429, `${statuses}`);
  });

  test('no answer, and no time an answer takes, tells whether there is an account', async () => {
    const { email } = victim(scene(), 'onlooker', 'viewer');
    const somebody = await askAround(scene(), email);
    const nobody = await askAround(scene(), `x${email}`);
    assert.deepEqual(somebody.answers, nobody.answers);
    for (const way of ['signIn', 'reset'] as const) {
      const [known, unknown] = [somebody, nobody].map(each => each.times[way]);
      // A timer may fire a millisecond early.
      assert.ok(Math.min(known, unknown) >= ANSWER_INTERVAL_MS - 5, way);
      const telling = Math.abs(known - unknown);
      assert.ok(telling < ANSWER_INTERVAL_MS / 2, `${way}: ${telling} ms`);
    }
  });
}

/**
 * Guesses on and on, and waits when told to.
 *
 * @returns the seconds that were waited, until they were as many as `longest`
 */
async function guessUntil(
  scene: Scene,
  who: Account,
  attacker: () => Browser,
  longest: number,
): Promise<number[]> {
  const waits: number[] = [];
  let wrong = 0;
  while (waits.at(-1) !== longest) {
    const answer = await attacker().signIn(guessAt(who));
    if (answer.status === 429) {
      waits.push(retryAfter(answer)!);
      await passDelays(scene);
    } else {
      assert.equal(answer.status, 401, answer.body);
      wrong += 1;
    }
    assert.ok(wrong < MOST_GUESSES, `waited ${waits} s after ${wrong} guesses`);
  }
  return waits;
}

function guessAt(who: Account) {
  const password = `guess-${Math.random()}`;
  return { ...credentialsOf(who), password };
}

/** Answers without what differs between any two, and the quickest of each. */
async function askAround(scene: Scene, email: string) {
  const answers: unknown[] = [];
  const times = { signIn: Infinity, reset: Infinity };
  const calls = {
    signIn: { path: '/sessions', body: { email, password: 'wrong' } },
    reset: { path: '/password/reset', body: { email } },
  };
  for (let round = 0; round < 4; round += 1) {
    for (const way of ['signIn', 'reset'] as const) {
      const { path, body } = calls[way];
      const stranger = browser(scene, newAddress());
      const begin = performance.now();
      const answer = await stranger.auth('POST', path, body);
      times[way] = Math.min(times[way], performance.now() - begin);
      const {
        'x-request-id': id,
        date: _,
        etag: __,
        ...headers
      } = answer.headers;
      answers.push([answer.status, headers, answer.body.replaceAll(id, '')]);
    }
  }
  return { answers, times };
}
