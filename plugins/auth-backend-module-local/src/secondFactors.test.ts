import { codeOf } from './__testUtils__/codeOf';
import { enrolTotp } from './__testUtils__/enrol';
import { SoftwarePasskey } from './__testUtils__/SoftwarePasskey';
import { ORIGIN } from './__testUtils__/startPortal';
import {
  ADA,
  HOUR,
  OLGA,
  passTime,
  tokenOf,
  usePortal,
} from './__testUtils__/usePortal';

// Each request hashes a password, and there are many.
jest.setTimeout(60_000);

const MINUTE = 60_000;

const { browser, local, outbox, raw, whoIs } = usePortal({
  secondFactor: { requiredFor: ['operator'] },
});

/** A browser in which Ada is signed in and has an authenticator app. */
async function adaWithApp() {
  const desk = browser();
  await desk.signIn(ADA);
  return { desk, ...(await enrolTotp(desk)) };
}

/** Another browser of hers, at which only the password was shown. */
async function challenged() {
  const other = browser();
  const response = await other.signIn(ADA);
  return { other, response };
}

describe('an authenticator app', () => {
  it('is asked for at the next sign-in, and gives no session before', async () => {
    const { secret } = await adaWithApp();
    const { other, response } = await challenged();

    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      challenge: {
        kinds: ['code', 'recoveryCode'],
        expiresAt: expect.any(String),
      },
    });
    expect(other.cookies.has('freehold-session')).toBe(false);
    expect((await other.post('/sessions/refresh')).status).toBe(401);
    expect((await other.get('/security')).status).toBe(401);

    passTime(30_000);
    const answer = await other.post('/challenge/answer', {
      code: codeOf(secret),
    });
    expect(answer.status).toBe(200);
    expect((await whoIs(tokenOf(answer))).body.userEntityRef).toBe(
      'user:acme/ada',
    );
    expect(other.cookies.has('freehold-challenge')).toBe(false);
  });

  it('counts only once a code of it was shown', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    const { body } = await desk.post('/authenticators/totp');
    const wrong = await desk.post(
      `/authenticators/${body.authenticatorId}/confirm`,
      { code: '000000', name: 'Phone' },
    );
    expect(wrong.status).toBe(400);
    expect((await challenged()).response.body.backstageIdentity).toBeDefined();
  });

  it('gives each code once, also the one it was set up with', async () => {
    const { secret } = await adaWithApp();
    const { other } = await challenged();
    const atSetup = await other.post('/challenge/answer', {
      code: codeOf(secret),
    });
    expect(atSetup.status).toBe(401);

    passTime(30_000);
    const code = codeOf(secret);
    const first = await other.post('/challenge/answer', { code });
    expect(first.status).toBe(200);
    const { other: third } = await challenged();
    const replay = await third.post('/challenge/answer', { code });
    expect(replay.status).toBe(401);
  });

  it('gives a code once when it comes twice at the same time', async () => {
    const { secret } = await adaWithApp();
    const one = await challenged();
    const two = await challenged();
    passTime(30_000);
    const code = codeOf(secret);
    const answers = await Promise.all(
      [one, two].map(({ other }) => other.post('/challenge/answer', { code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('may be a step early or late, and no more', async () => {
    const { secret } = await adaWithApp();
    passTime(10 * MINUTE);
    const { other } = await challenged();
    for (const [steps, status] of [
      [-2, 401],
      [2, 401],
      [-1, 200],
    ] as const) {
      const code = codeOf(secret, steps);
      const answer = await other.post('/challenge/answer', { code });
      expect([steps, answer.status]).toEqual([steps, status]);
    }
  });

  it('is one of several, each with codes of its own', async () => {
    const { desk, secret } = await adaWithApp();
    const tablet = await enrolTotp(desk, 'Tablet');
    expect(tablet.recoveryCodes).toBeUndefined();
    passTime(30_000);
    for (const each of [tablet.secret, secret]) {
      const { other } = await challenged();
      const code = codeOf(each);
      expect((await other.post('/challenge/answer', { code })).status).toBe(
        200,
      );
    }
    const { body } = await desk.get('/security');
    expect(body.authenticators.map((each: any) => each.name)).toEqual([
      'Phone',
      'Tablet',
    ]);
  });

  it('keeps its secret sealed', async () => {
    const { secret, recoveryCodes } = await adaWithApp();
    const stored = await local().acrossTenants('test', async trx => [
      await trx('local_authenticators'),
      await trx('local_recovery_codes'),
    ]);
    const [authenticator] = stored[0];
    expect(authenticator.sealed_secret.includes(secret)).toBe(false);
    expect(JSON.stringify(stored)).not.toContain(
      recoveryCodes[0].replaceAll('-', ''),
    );
    expect(JSON.stringify(await outbox())).not.toContain(secret);
  });
});

describe('a sign-in that waits for a second factor', () => {
  it('belongs to the browser that showed the password', async () => {
    const { secret } = await adaWithApp();
    await challenged();
    passTime(30_000);
    const stranger = browser();
    const answer = await stranger.post('/challenge/answer', {
      code: codeOf(secret),
    });
    expect(answer.status).toBe(401);
  });

  it('ends after five minutes', async () => {
    const { secret } = await adaWithApp();
    const { other } = await challenged();
    passTime(5 * MINUTE);
    const answer = await other.post('/challenge/answer', {
      code: codeOf(secret),
    });
    expect(answer.status).toBe(401);
    expect(answer.body.error.message).toContain('Begin again');
  });

  it('can be answered once', async () => {
    const { secret, recoveryCodes } = await adaWithApp();
    const { other } = await challenged();
    const cookie = other.cookies.get('freehold-challenge')!;
    passTime(30_000);
    const code = codeOf(secret);
    expect((await other.post('/challenge/answer', { code })).status).toBe(200);

    other.cookies.set('freehold-challenge', cookie);
    const replay = await other.post('/challenge/answer', {
      recoveryCode: recoveryCodes[0],
    });
    expect(replay.status).toBe(401);
  });

  it('takes no cookie that was planted: the challenge is always new', async () => {
    await adaWithApp();
    const attacker = await challenged();
    const planted = attacker.other.cookies.get('freehold-challenge')!;
    const victim = browser();
    victim.cookies.set('freehold-challenge', planted);
    await victim.signIn(ADA);
    expect(victim.cookies.get('freehold-challenge')).not.toBe(planted);
  });

  it('ends the session that the browser was in before', async () => {
    const { desk } = await adaWithApp();
    const session = desk.cookies.get('freehold-session')!;
    await desk.signIn(ADA);
    expect(desk.cookies.has('freehold-session')).toBe(false);
    desk.cookies.set('freehold-session', session);
    expect((await desk.post('/sessions/refresh')).status).toBe(401);
  });

  it('goes on after a reload', async () => {
    const { secret } = await adaWithApp();
    const { other } = await challenged();
    const again = await other.get('/challenge');
    expect(again.body.kinds).toEqual(['code', 'recoveryCode']);
    passTime(30_000);
    const code = codeOf(secret);
    expect((await other.post('/challenge/answer', { code })).status).toBe(200);
  });

  it('is refused to other sites', async () => {
    const { secret } = await adaWithApp();
    const { other } = await challenged();
    passTime(30_000);
    for (const headers of [
      { 'X-Freehold-Request': '1', Origin: 'https://evil.example' },
      { Origin: ORIGIN },
    ]) {
      const answer = await raw()
        .post('/api/auth/local/challenge/answer')
        .set(headers as Record<string, string>)
        .set(
          'Cookie',
          `freehold-challenge=${other.cookies.get('freehold-challenge')}`,
        )
        .send({ code: codeOf(secret) });
      expect(answer.status).toBe(403);
    }
  });
});

describe('recovery codes', () => {
  it('are ten, and let in once each, as people type them', async () => {
    const { recoveryCodes } = await adaWithApp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const typed = ` ${recoveryCodes[3].toUpperCase().replaceAll('-', ' ')}`;

    const { other } = await challenged();
    const answer = await other.post('/challenge/answer', {
      recoveryCode: typed,
    });
    expect(answer.status).toBe(200);
    const security = await other.get('/security');
    expect(security.body.recoveryCodesLeft).toBe(9);

    const { other: third } = await challenged();
    const replay = await third.post('/challenge/answer', {
      recoveryCode: recoveryCodes[3],
    });
    expect(replay.status).toBe(401);
  });

  it('stop working when new ones are made', async () => {
    const { desk, recoveryCodes } = await adaWithApp();
    const renewed = await desk.post('/recovery-codes');
    expect(renewed.status).toBe(201);

    const { other } = await challenged();
    const old = await other.post('/challenge/answer', {
      recoveryCode: recoveryCodes[0],
    });
    expect(old.status).toBe(401);
    const fresh = await other.post('/challenge/answer', {
      recoveryCode: renewed.body.recoveryCodes[0],
    });
    expect(fresh.status).toBe(200);
  });

  it('are of nobody without a second factor', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    expect((await desk.post('/recovery-codes')).status).toBe(409);
  });
});

describe('a passkey', () => {
  const adaWithPasskey = async () => {
    const desk = browser();
    await desk.signIn(ADA);
    const passkey = SoftwarePasskey.create(ORIGIN);
    const { body } = await desk.post('/authenticators/passkeys/options');
    const added = await desk.post('/authenticators/passkeys', {
      name: 'Key ring',
      response: passkey.register(body.options.challenge),
    });
    return { desk, passkey, added };
  };

  it('lets in by signing what this browser was asked', async () => {
    const { added, passkey } = await adaWithPasskey();
    expect(added.status).toBe(201);
    expect(added.body.recoveryCodes).toHaveLength(10);

    const { other, response } = await challenged();
    expect(response.body.challenge.kinds).toEqual(['passkey', 'recoveryCode']);
    const { challenge } = response.body.challenge.passkey;
    const answer = await other.post('/challenge/answer', {
      passkey: passkey.assert(challenge),
    });
    expect(answer.status).toBe(200);
    const { body } = await other.get('/sessions');
    expect(body.items[0].secondFactor).toBe('passkey');
  });

  it('lets nobody in by what it signed for another browser or site', async () => {
    const { passkey } = await adaWithPasskey();
    const one = await challenged();
    const two = await challenged();
    const signed = passkey.assert(
      one.response.body.challenge.passkey.challenge,
    );
    const mixedUp = await two.other.post('/challenge/answer', {
      passkey: signed,
    });
    expect(mixedUp.status).toBe(401);

    passkey.moveTo('https://phish.example');
    const phished = await two.other.post('/challenge/answer', {
      passkey: passkey.assert(two.response.body.challenge.passkey.challenge),
    });
    expect(phished.status).toBe(401);
  });

  it('lets no copy in whose counter fell behind', async () => {
    const { passkey } = await adaWithPasskey();
    const one = await challenged();
    passkey.counter = 7;
    await one.other.post('/challenge/answer', {
      passkey: passkey.assert(one.response.body.challenge.passkey.challenge),
    });
    const two = await challenged();
    passkey.counter = 3;
    const answer = await two.other.post('/challenge/answer', {
      passkey: passkey.assert(two.response.body.challenge.passkey.challenge),
    });
    expect(answer.status).toBe(401);
  });

  it('of somebody else lets nobody in', async () => {
    await adaWithPasskey();
    const stranger = SoftwarePasskey.create(ORIGIN);
    const { other, response } = await challenged();
    const answer = await other.post('/challenge/answer', {
      passkey: stranger.assert(response.body.challenge.passkey.challenge),
    });
    expect(answer.status).toBe(401);
  });
});

describe('a role that needs a second factor', () => {
  it('gets no further than setting one up', async () => {
    const desk = browser();
    const response = await desk.signIn(OLGA);
    expect(response.body.challenge.kinds).toEqual(['enrol']);
    expect((await desk.post('/sessions/refresh')).status).toBe(401);
    expect((await desk.get('/security')).status).toBe(401);
    const skipped = await desk.post('/challenge/answer', { code: '000000' });
    expect(skipped.status).toBe(401);

    const begun = await desk.post('/authenticators/totp');
    const confirmed = await desk.post(
      `/authenticators/${begun.body.authenticatorId}/confirm`,
      { code: codeOf(begun.body.secret), name: 'Phone' },
    );
    expect(confirmed.status).toBe(201);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    const { token } = confirmed.body.signedIn.backstageIdentity;
    expect((await whoIs(token)).status).toBe(200);
    expect((await desk.post('/sessions/refresh')).status).toBe(200);
  });

  it('keeps the last one', async () => {
    const desk = browser();
    await desk.signIn(OLGA);
    const { authenticatorId } = await enrolTotp(desk);
    const removed = await desk.delete(`/authenticators/${authenticatorId}`);
    expect(removed.status).toBe(409);
    expect(removed.body.error.message).toContain('Add another');
  });

  it('ends sessions that were opened without one', async () => {
    const desk = browser();
    await desk.signIn(OLGA);
    await enrolTotp(desk);
    const { body } = await desk.post('/sessions/refresh');
    const { token } = body.backstageIdentity;
    await local().transaction('default', trx =>
      trx('local_sessions').update({ second_factor: null }),
    );
    expect((await whoIs(token)).status).toBe(401);
    expect((await desk.post('/sessions/refresh')).status).toBe(401);
  });
});

describe('changing second factors', () => {
  it('needs a fresh proof ten minutes after the last', async () => {
    const { desk, secret, authenticatorId } = await adaWithApp();
    passTime(10 * MINUTE);
    for (const attempt of [
      () => desk.post('/authenticators/totp'),
      () => desk.post('/authenticators/passkeys/options'),
      () => desk.post('/recovery-codes'),
      () => desk.delete(`/authenticators/${authenticatorId}`),
    ]) {
      const refused = await attempt();
      expect(refused.status).toBe(403);
      expect(refused.body.error.name).toBe('ReauthenticationRequiredError');
    }
    const wrong = await desk.post('/reauthentication', { password: 'wrong' });
    expect(wrong.status).toBe(401);
    expect((await desk.post('/recovery-codes')).status).toBe(403);

    const code = codeOf(secret);
    expect((await desk.post('/reauthentication', { code })).status).toBe(204);
    expect((await desk.post('/recovery-codes')).status).toBe(201);
    passTime(10 * MINUTE);
    const { password } = ADA;
    expect((await desk.post('/reauthentication', { password })).status).toBe(
      204,
    );
    expect((await desk.post('/recovery-codes')).status).toBe(201);
  });

  it('ends the other sessions and keeps this one', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    const elsewhere = browser();
    const token = tokenOf(await elsewhere.signIn(ADA));
    const { authenticatorId } = await enrolTotp(desk);
    expect((await whoIs(token)).status).toBe(401);
    expect((await desk.post('/sessions/refresh')).status).toBe(200);

    const { recoveryCodes } = (await desk.post('/recovery-codes')).body;
    const { other } = await challenged();
    await other.post('/challenge/answer', { recoveryCode: recoveryCodes[0] });
    expect((await other.get('/security')).status).toBe(200);
    await desk.delete(`/authenticators/${authenticatorId}`);
    expect((await other.get('/security')).status).toBe(401);
    const { body } = await challenged().then(({ response }) => response);
    expect(body.backstageIdentity).toBeDefined();
  });

  it('is told to the member by mail, and recorded', async () => {
    const { desk, authenticatorId } = await adaWithApp();
    await desk.delete(`/authenticators/${authenticatorId}`);
    const messages = await outbox();
    const mails = messages.filter(
      each => each.kind === 'mail' && each.template === 'mfaChanged',
    );
    expect(mails).toMatchObject([
      {
        to: { email: 'ada@acme.example' },
        parameters: { change: 'authenticatorAdded', name: 'Phone' },
      },
      { parameters: { change: 'authenticatorRemoved', name: 'Phone' } },
    ]);
    const acts = messages.filter(each => each.kind === 'audit');
    expect(acts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          tenant: 'acme',
          action: 'addAuthenticator',
          actor: { ref: 'user:acme/ada' },
        }),
        expect.objectContaining({ action: 'removeAuthenticator' }),
      ]),
    );
  });

  it('of somebody else answers as one that does not exist', async () => {
    const { authenticatorId } = await adaWithApp();
    const hank = browser();
    await hank.signIn({ ...ADA, email: 'hank@globex.example' });
    const foreign = await hank.delete(`/authenticators/${authenticatorId}`);
    const unknown = await hank.delete('/authenticators/aut_unknown');
    expect(foreign.status).toBe(404);
    expect(foreign.body.error).toEqual(unknown.body.error);
    const { response } = await challenged();
    expect(response.body.challenge).toBeDefined();
  });
});

describe('sessions of a member', () => {
  it('are listed with device, address and use', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    passTime(HOUR);
    const phone = browser('127.0.0.9');
    await phone.signIn(ADA);
    const { body } = await phone.get('/sessions');
    expect(body.items).toMatchObject([
      {
        isCurrent: true,
        browser: 'Chrome',
        operatingSystem: 'Linux',
        address: expect.stringContaining('127.0.0.9'),
      },
      { isCurrent: false, address: expect.stringContaining('127.0.0.1') },
    ]);
    expect(JSON.stringify(body)).not.toContain('hash');
  });

  it('end one by one, or all but this', async () => {
    const tokens: string[] = [];
    const browsers = [browser(), browser(), browser()];
    for (const each of browsers) {
      tokens.push(tokenOf(await each.signIn(ADA)));
    }
    const { body } = await browsers[0].get('/sessions');
    const [, second] = body.items.filter((each: any) => !each.isCurrent);
    const ended = await browsers[0].delete(`/sessions/${second.id}`);
    expect(ended.status).toBe(204);
    const standing = async () =>
      Promise.all(tokens.map(async each => (await whoIs(each)).status));
    expect((await standing()).sort()).toEqual([200, 200, 401]);
    expect((await standing())[0]).toBe(200);

    await browsers[0].post('/sessions/revoke-others');
    expect(await standing()).toEqual([200, 401, 401]);
  });

  it('of somebody else answer as ones that do not exist', async () => {
    const ada = browser();
    const token = tokenOf(await ada.signIn(ADA));
    const { body } = await ada.get('/sessions');
    const bob = browser();
    await bob.signIn({ ...ADA, email: 'bob@acme.example' });
    const foreign = await bob.delete(`/sessions/${body.items[0].id}`);
    const unknown = await bob.delete('/sessions/ses_unknown');
    expect(foreign.status).toBe(404);
    expect(foreign.body.error).toEqual(unknown.body.error);
    expect((await whoIs(token)).status).toBe(200);
  });

  it('tell the member when one is opened on a new device', async () => {
    const desk = browser();
    await desk.signIn(ADA);
    await desk.signIn(ADA);
    const told = async () =>
      (await outbox()).filter(({ kind }) => kind !== 'audit');
    expect(await told()).toEqual([]);
    await browser('127.0.0.9').signIn(ADA);
    expect(await told()).toMatchObject([
      {
        kind: 'mail',
        template: 'newDevice',
        tenant: 'acme',
        parameters: { device: 'Chrome on Linux', address: '127.0.0.9' },
      },
      {
        kind: 'notification',
        topic: 'security',
        recipients: ['user:acme/ada'],
      },
    ]);
  });
});
