import { PASSWORD } from './__testUtils__/seedTenants';
import {
  active,
  ADA,
  cookieOf,
  deactivated,
  passTime,
  suspended,
  tokenOf,
  usePortal,
} from './__testUtils__/usePortal';

const { signIn, whoIs, setMember, setCustomer, local } = usePortal();

describe('signing in', () => {
  it('gives a token that other plugins take for the member', async () => {
    const response = await signIn({ ...ADA, email: ' ADA@acme.example ' });

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      backstageIdentity: {
        expiresInSeconds: expect.any(Number),
        identity: {
          type: 'user',
          userEntityRef: 'user:acme/ada',
          ownershipEntityRefs: ['user:acme/ada', 'group:acme/acme'],
        },
      },
      profile: { displayName: 'ada of acme', email: 'ada@acme.example' },
    });
    const answer = await whoIs(tokenOf(response));
    expect(answer.body).toEqual({
      userEntityRef: 'user:acme/ada',
      ownershipEntityRefs: ['user:acme/ada', 'group:acme/acme'],
    });
  });

  it('makes staff owners of what the staff group owns', async () => {
    const response = await signIn({
      email: 'olga@freehold.example',
      password: PASSWORD,
    });

    expect(
      response.body.backstageIdentity.identity.ownershipEntityRefs,
    ).toEqual(['user:default/olga', 'group:default/staff']);
  });

  it('keeps the cookie from scripts, other sites and other paths', async () => {
    const response = await signIn(ADA);

    const [cookie] = response.get('Set-Cookie')!;
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/api/auth/local');
    expect(response.get('Cache-Control')).toBe('no-store');
  });

  it('answers everything that is wrong in the same words', async () => {
    const refusals = [await signIn({ ...ADA, password: 'wrong password' })];
    refusals.push(await signIn({ ...ADA, email: 'nobody@acme.example' }));
    refusals.push(await signIn({ ...ADA, email: 'new@acme.example' }));
    refusals.push(await signIn({ ...ADA, tenant: 'globex' }));
    await setMember('ada', { removed_at: new Date() });
    refusals.push(await signIn(ADA));
    await setMember('ada', { removed_at: null });
    await setCustomer(deactivated);
    refusals.push(await signIn(ADA));
    await setCustomer(active);

    for (const refusal of refusals) {
      expect(refusal.status).toBe(401);
      expect(refusal.body).toEqual(refusals[0].body);
      expect(refusal.get('Set-Cookie')).toBeUndefined();
    }
    expect((await signIn(ADA)).status).toBe(200);
  });

  it('says that the customer is suspended to who knows the password, and to nobody else', async () => {
    await setCustomer(suspended);
    const right = await signIn(ADA);
    const wrong = await signIn({ ...ADA, password: 'wrong password' });
    await setCustomer(active);

    expect(right.status).toBe(403);
    expect(right.body.error.message).toContain('Acme Roadrunner is suspended');
    expect(right.body.error.message).not.toContain('unpaid');
    expect(right.get('Set-Cookie')).toBeUndefined();
    expect(wrong.status).toBe(401);
    expect(wrong.text).not.toContain('suspended');
    const back = await signIn(ADA);
    expect(back.status).toBe(200);
  });

  it('leads to the other customer when one of two is suspended', async () => {
    await setCustomer(suspended);
    const agency = { email: 'agency@web.example', password: PASSWORD };
    const other = await signIn(agency);
    const asked = await signIn({ ...agency, tenant: 'acme' });
    await setCustomer(active);

    expect(other.body.backstageIdentity.identity.userEntityRef).toBe(
      'user:globex/agency',
    );
    expect(asked.status).toBe(403);
  });

  it('asks which customer when the password fits several', async () => {
    const agency = { email: 'agency@web.example', password: PASSWORD };

    const question = await signIn(agency);
    expect(question.body).toEqual({
      choose: [
        { tenant: 'acme', name: 'Acme Roadrunner' },
        { tenant: 'globex', name: 'Globex' },
      ],
    });
    expect(question.get('Set-Cookie')).toBeUndefined();

    const response = await signIn({ ...agency, tenant: 'globex' });
    expect(response.body.backstageIdentity.identity.userEntityRef).toBe(
      'user:globex/agency',
    );
  });

  it('stores neither the cookie nor the token', async () => {
    const response = await signIn(ADA);
    const secret = cookieOf(response).split('.')[1];

    const stored = await local().acrossTenants('test', async trx => [
      await trx('local_sessions').select(),
      await trx('local_session_tokens').select(),
    ]);
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain(
      tokenOf(response).split('.')[2],
    );
  });
});

describe('guessing', () => {
  it('delays further attempts longer and longer, and forgets on success', async () => {
    for (let failures = 1; failures <= 5; failures += 1) {
      expect((await signIn({ ...ADA, password: 'wrong' })).status).toBe(401);
    }
    const first = await signIn(ADA);
    expect(first.status).toBe(429);
    expect(first.get('Retry-After')).toBe('1');
    expect(first.body.error.message).toContain('Try again in 1 second.');

    passTime(1_000);
    expect((await signIn({ ...ADA, password: 'wrong' })).status).toBe(401);
    expect((await signIn(ADA)).get('Retry-After')).toBe('2');

    passTime(2_000);
    expect((await signIn(ADA)).status).toBe(200);
    expect((await signIn({ ...ADA, password: 'wrong' })).status).toBe(401);
    expect((await signIn(ADA)).status).toBe(200);
  });

  it('delays attempts at accounts that do not exist just the same', async () => {
    const nobody = { email: 'nobody@acme.example', password: 'wrong' };
    for (let failures = 1; failures <= 5; failures += 1) {
      expect((await signIn(nobody)).status).toBe(401);
    }
    expect((await signIn(nobody)).status).toBe(429);
  });

  it('counts attempts made at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn({ ...ADA, password: 'wrong' })),
    );
    const refused = answers.filter(({ status }) => status === 401);
    expect(refused).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });
});
