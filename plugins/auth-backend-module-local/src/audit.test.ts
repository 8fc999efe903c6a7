import { enrolTotp } from './__testUtils__/enrol';
import {
  ADA,
  cookieOf,
  passTime,
  tokenOf,
  usePortal,
} from './__testUtils__/usePortal';

const { browser, call, raw, signIn, refresh, whoIs, setMember, recorded } =
  usePortal();

/** What of the events tells who did what, and how it ended. */
const told = async (tenant: string, since = 0) =>
  (await recorded(tenant))
    .slice(since)
    .map(({ action, actor, outcome }) => [action, actor.ref, outcome]);

const countOf = async (tenant: string) => (await recorded(tenant)).length;

describe('on the record is', () => {
  it('who signs in and out, and with what', async () => {
    const since = await countOf('acme');
    const cookie = cookieOf(await signIn(ADA));
    await call('delete', '/sessions/current', { cookie });
    await call('delete', '/sessions/current', { cookie });
    expect(await told('acme', since)).toEqual([
      ['signIn', 'user:acme/ada', 'succeeded'],
      ['signOut', 'user:acme/ada', 'succeeded'],
    ]);
    const [, last] = (await recorded('acme')).slice(-2);
    expect(last.object).toEqual({
      kind: 'session',
      id: expect.stringMatching(/^ses_/),
    });
  });

  it('nothing that opens anything', async () => {
    const response = await signIn(ADA);
    const text = JSON.stringify(await recorded('acme'));
    expect(text).not.toContain(ADA.password);
    expect(text).not.toContain(tokenOf(response));
    expect(text).not.toContain(cookieOf(response).split('=')[1]);
  });

  it('a wrong password, in the trails of whose account it was about', async () => {
    const [acme, globex] = [await countOf('acme'), await countOf('globex')];
    await signIn({ email: 'agency@web.example', password: 'wrong' });
    for (const [tenant, since] of [
      ['acme', acme],
      ['globex', globex],
    ] as const) {
      const events = (await recorded(tenant)).slice(since);
      expect(events).toMatchObject([
        {
          action: 'signIn',
          actor: {},
          object: { kind: 'session', id: `user:${tenant}/agency` },
          outcome: 'refused',
        },
      ]);
    }
  });

  it('an address that is nobody’s, by a hash of it', async () => {
    const since = await countOf('default');
    const refused = async (email: string) => {
      await signIn({ email, password: 'wrong' });
      return (await recorded('default')).at(-1)!.object.id;
    };
    const id = await refused('nobody@nowhere.example');
    expect(id).toMatch(/^unknown:[0-9a-f]{32}$/);
    expect(await refused(' Nobody@nowhere.example')).toBe(id);
    expect(await refused('else@nowhere.example')).not.toBe(id);
    const text = JSON.stringify((await recorded('default')).slice(since));
    expect(text).not.toContain('nowhere');
  });

  it('a sign-in that comes too early', async () => {
    const since = await countOf('acme');
    const wrong = { email: 'bob@acme.example', password: 'wrong' };
    for (let times = 0; times < 6; times++) {
      await signIn(wrong);
    }
    const reasons = (await recorded('acme'))
      .slice(since)
      .map(({ reason }) => reason);
    expect(reasons.at(-1)).toBe('Too many sign-ins failed before.');
    expect(reasons).toHaveLength(6);
  });

  it('a second factor that is wrong', async () => {
    const hank = { ...ADA, email: 'hank@globex.example' };
    const desk = browser();
    await desk.signIn(hank);
    await enrolTotp(desk);
    const other = browser();
    await other.signIn(hank);
    await other.post('/challenge/answer', { code: '000000' });
    expect((await recorded('globex')).at(-1)).toMatchObject({
      action: 'signIn',
      object: { kind: 'session', id: 'user:globex/hank' },
      outcome: 'refused',
      reason: expect.stringContaining('second factor'),
    });
  });

  it('a copied cookie that comes back', async () => {
    const stolen = cookieOf(await signIn(ADA));
    await refresh(stolen);
    passTime(61_000);
    await refresh(stolen);
    expect((await recorded('acme')).at(-1)).toMatchObject({
      action: 'refreshSession',
      actor: { ref: 'user:acme/ada' },
      outcome: 'refused',
      reason: expect.stringContaining('copied'),
    });
  });

  it('a token whose session is over', async () => {
    const response = await signIn(ADA);
    const cookie = cookieOf(response);
    await call('delete', '/sessions/current', { cookie });
    const since = await countOf('acme');
    await whoIs(tokenOf(response));
    expect(await told('acme', since)).toEqual([
      ['useSession', 'user:acme/ada', 'refused'],
    ]);
  });

  it('a removed member who comes back', async () => {
    const cookie = cookieOf(await signIn(ADA));
    await setMember('ada', { removed_at: new Date() });
    await refresh(cookie);
    await setMember('ada', { removed_at: null });
    expect((await recorded('acme')).at(-1)).toMatchObject({
      action: 'refreshSession',
      outcome: 'refused',
    });
  });

  it('a password that is set, and not what it is', async () => {
    const { body } = await raw().post('/api/tenancy/links/acme/new');
    const [, token] = body.url.split('#token=');
    const password = 'umbrella-canary-17-teapot';
    await call('post', '/password', { body: { token, password } });
    const event = (await recorded('acme')).at(-1);
    expect(event).toMatchObject({
      action: 'setPassword',
      actor: { ref: 'user:acme/new' },
      object: { kind: 'member', id: 'new' },
    });
    expect(JSON.stringify(event)).not.toContain('canary');
  });
});
