import { PASSWORD } from './__testUtils__/seedTenants';
import { ORIGIN, portalHeaders } from './__testUtils__/startPortal';
import { ADA, passTime, tokenOf, usePortal } from './__testUtils__/usePortal';

const INTERVAL_MS = 200;
const portal = usePortal({ answerInterval: { milliseconds: INTERVAL_MS } });
const { call, raw, signIn, whoIs, messages, setCustomer } = portal;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const chosen = 'marble-trumpet-91-canyon';

describe('a forgotten password', () => {
  beforeEach(() =>
    portal
      .local()
      .acrossTenants('test', trx => trx('local_password_links').delete()),
  );

  const ask = (email: string) =>
    call('post', '/password/reset', { body: { email } });
  const set = (token: string, password = chosen) =>
    call('post', '/password', { body: { token, password } });
  const mails = () => messages('mail');
  const lastToken = async () =>
    String((await mails()).at(-1)!.parameters.url).split('#token=')[1];

  it('is replaced by a link that is mailed, once, within an hour', async () => {
    const before = await signIn({ ...ADA, email: 'hank@globex.example' });
    const reply = await ask(' Hank@Globex.example ');
    expect(reply.status).toBe(202);
    expect(reply.text).toBe('');
    const [mail] = await mails();
    expect(mail).toMatchObject({
      tenant: 'globex',
      to: { email: 'hank@globex.example', name: 'hank of globex' },
      template: 'passwordReset',
      parameters: { tenantName: 'Globex' },
    });
    expect(mail.parameters.url).toMatch(
      new RegExp(`^${ORIGIN}/set-password#token=globex\\.`),
    );
    const token = await lastToken();
    expect((await set(token)).status).toBe(204);
    expect((await set(token)).status).toBe(404);
    expect((await whoIs(tokenOf(before))).status).toBe(401);
    expect(
      (await signIn({ email: 'hank@globex.example', password: chosen })).status,
    ).toBe(200);
    expect(await mails()).toContainEqual(
      expect.objectContaining({
        template: 'passwordChanged',
        to: expect.objectContaining({ email: 'hank@globex.example' }),
      }),
    );
  });

  it('has a link that expires', async () => {
    await ask(ADA.email);
    const token = await lastToken();
    passTime(HOUR + 1000);
    expect((await set(token)).status).toBe(404);
  });

  it('is asked for each account of the address', async () => {
    await ask('agency@web.example');
    expect((await mails()).map(({ tenant }) => tenant)).toEqual([
      'acme',
      'globex',
    ]);
  });

  it('is asked for staff, too, in the name of the business', async () => {
    await ask('olga@freehold.example');
    expect((await mails())[0]).toMatchObject({
      tenant: 'default',
      parameters: { tenantName: 'Freehold Hosting' },
    });
  });

  it('can be a first one, of which no change is told', async () => {
    await ask('new@acme.example');
    expect((await set(await lastToken())).status).toBe(204);
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ['an account', ADA.email, 1],
    ['no account', 'nobody@acme.example', 0],
    ['no address at all', 'nonsense', 0],
  ])(
    'is answered alike, in words and time, for %s',
    async (_, email, count) => {
      const startedAt = performance.now();
      const reply = await ask(email);
      const tookMs = performance.now() - startedAt;
      expect(reply.status).toBe(202);
      expect(reply.text).toBe('');
      // Timers may fire a little early, and the next interval would be later.
      expect(tookMs + 2).toBeGreaterThanOrEqual(INTERVAL_MS);
      expect(tookMs).toBeLessThan(2 * INTERVAL_MS);
      expect(await mails()).toHaveLength(count);
    },
  );

  it('is not for people whose customer is deactivated', async () => {
    await setCustomer({
      state: 'deactivated',
      deactivated_at: new Date(),
      deactivated_reason: 'unpaid',
    });
    expect((await ask(ADA.email)).status).toBe(202);
    expect(await mails()).toHaveLength(0);
    await setCustomer({
      state: 'active',
      deactivated_at: null,
      deactivated_reason: null,
    });
  });

  it('keeps the link that was just mailed, whoever asks again', async () => {
    await ask(ADA.email);
    const token = await lastToken();
    await ask(ADA.email);
    expect(await mails()).toHaveLength(1);
    passTime(6 * MINUTE);
    await ask(ADA.email);
    expect(await mails()).toHaveLength(2);
    expect((await set(token)).status).toBe(404);
  });

  it('leaves a link alone that an admin gave', async () => {
    const { body } = await raw().post('/api/tenancy/links/acme/new');
    await ask('new@acme.example');
    expect((await set(body.url.split('#token=')[1], 'x')).status).toBe(400);
  });

  it('makes all other links of the member useless once it is set', async () => {
    const { body } = await raw().post('/api/tenancy/links/acme/bob');
    await ask('bob@acme.example');
    expect((await set(await lastToken())).status).toBe(204);
    expect((await set(body.url.split('#token=')[1])).status).toBe(404);
  });

  it('is asked a few times from one place, whether or not it exists', async () => {
    for (const email of ['bob@acme.example', 'nobody@acme.example']) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 5; tries++) {
        statuses.push((await ask(email)).status);
      }
      expect(statuses).toEqual([202, 202, 202, 429, 429]);
    }
    const stopped = await ask('nobody@acme.example');
    expect(Number(stopped.get('retry-after'))).toBeGreaterThan(0);
  });

  it('leads where the portal is, whatever the request says', async () => {
    await raw()
      .post('/api/auth/local/password/reset')
      .set({
        ...portalHeaders,
        Host: 'evil.example',
        'X-Forwarded-Host': 'evil.example',
      })
      .send({ email: ADA.email });
    expect(JSON.stringify(await mails())).not.toContain('evil');
  });

  it('is not asked by pages of others', async () => {
    const reply = await raw()
      .post('/api/auth/local/password/reset')
      .set({ ...portalHeaders, Origin: 'http://evil.example' })
      .send({ email: ADA.email });
    expect(reply.status).toBe(403);
    expect(await mails()).toHaveLength(0);
  });

  it('opens to nobody who guesses links', async () => {
    const guess = (index: number) =>
      set(`acme.${String(index).padStart(43, 'x')}`);
    const statuses: number[] = [];
    for (let index = 0; index < 25; index++) {
      statuses.push((await guess(index)).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(statuses.slice(20)).toContain(429);
    await ask(ADA.email);
    const token = await lastToken();
    expect((await set(token)).status).toBe(429);
    passTime(HOUR / 2);
    expect((await set(token)).status).toBe(204);
  });
});

describe('the first password', () => {
  it('has a link only as long as there is none', async () => {
    const link = (member: string) =>
      raw().post(`/api/tenancy/links/acme/${member}?firstOnly=1`);
    expect((await link('agency')).status).toBe(409);
    expect((await link('nobody')).status).toBe(404);
  });
});

describe('the password of who is signed in', () => {
  const verify = (password: string, plugin = 'tenancy') =>
    raw().post(`/api/${plugin}/verify`).send({
      tenant: 'acme',
      member: 'agency',
      password,
      address: '192.0.2.1',
    });

  it('is verified for the tenancy backend, and nobody else', async () => {
    expect((await verify(PASSWORD)).body).toEqual({ isRight: true });
    expect((await verify('wrong')).body).toEqual({ isRight: false });
    expect((await verify(PASSWORD, 'probe')).status).toBe(403);
    expect(
      (
        await call('post', '/password/verify', {
          body: { tenant: 'acme', member: 'ada', password: 'x', address: 'y' },
        })
      ).status,
    ).toBe(401);
  });

  it('is not guessed there either', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      statuses.push((await verify('wrong')).status);
    }
    expect(statuses).toContain(429);
  });
});
