import { TestDatabases } from '@backstage/backend-test-utils';
import { RIGHT_PASSWORD } from './__testUtils__/createSignInDouble';
import { openMails } from './__testUtils__/openMails';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  APP_URL,
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const MINE = '/api/tenancy/me/email-change';
const WANTED = 'devon@birch.example';

describe('changes of an e-mail address', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  const change = (
    newEmail = WANTED,
    password = RIGHT_PASSWORD,
    user = 'birch/dev',
  ) => portal.as(user).post(MINE).send({ newEmail, password });
  const pending = async (user = 'birch/dev') =>
    (await portal.as(user).get(MINE)).body.pending;
  const answer = (verb: string, token: string) =>
    portal
      .asNobody()
      .post(`/api/tenancy/email-changes/${verb}`)
      .send({ token });
  const confirm = (token: string) => answer('confirm', token);
  const inspect = (token: string) => answer('inspect', token);
  const tokens = async () => {
    const mails = await openMails(portal, 2);
    const tokenOf = (template: string) =>
      mails.find(mail => mail.template === template)!.token!;
    return { old: tokenOf('emailChangeOld'), new: tokenOf('emailChangeNew') };
  };
  const emailOf = async (user = 'birch/dev') =>
    (await portal.as(user).get('/api/tenancy/me')).body.email;
  const age = (changes: object) =>
    portal.database.transaction('birch', trx =>
      trx('email_changes').update(changes),
    );

  it.each([
    ['the old address confirms first', ['old', 'new']],
    ['the new address confirms first', ['new', 'old']],
  ] as const)('take effect once both confirmed: %s', async (_, order) => {
    const reply = await change();
    expect(reply.status).toBe(202);
    expect(await pending()).toEqual(reply.body);
    expect(reply.body).toMatchObject({
      newEmail: WANTED,
      isOldConfirmed: false,
      isNewConfirmed: false,
    });
    const links = await tokens();
    const first = await confirm(links[order[0]]);
    expect(first.body).toEqual({ isDone: false });
    expect((await confirm(links[order[0]])).body).toEqual({ isDone: false });
    expect(await emailOf()).toBe('dev@birch.example');
    expect((await inspect(links[order[0]])).body.isConfirmed).toBe(true);

    const second = await confirm(links[order[1]]);
    expect(second.body).toEqual({ isDone: true });
    expect(await emailOf()).toBe(WANTED);
    expect(await pending()).toBeUndefined();
    expect(portal.events).toEqual([{ tenant: 'birch', member: 'dev' }]);
    const told = (await openMails(portal, 4)).filter(
      ({ template }) => template === 'emailChanged',
    );
    expect(told.map(({ to }) => to).sort()).toEqual([
      'dev@birch.example',
      WANTED,
    ]);
    expect((await confirm(links.old)).status).toBe(404);
  });

  it('are mailed to both addresses, each with a link of its own', async () => {
    await change();
    const mails = await openMails(portal, 2);
    const links = await tokens();
    expect(links.old).not.toBe(links.new);
    for (const { text } of mails) {
      expect(text).toContain(`${APP_URL}/confirm-email#token=birch.`);
    }
    expect(
      mails.find(({ template }) => template === 'emailChangeOld'),
    ).toMatchObject({ to: 'dev@birch.example' });
    expect(
      mails.find(({ template }) => template === 'emailChangeNew'),
    ).toMatchObject({ to: WANTED });
    // A mistyped address belongs to a stranger.
    expect((await inspect(links.new)).body).toEqual({
      side: 'new',
      tenantName: 'Birch Bakery',
      memberName: 'DEV of birch',
      newEmail: WANTED,
      isConfirmed: false,
      expiresAt: expect.any(String),
    });
  });

  it.each(['old', 'new'] as const)(
    'end when the %s address refuses, even after the other confirmed',
    async side => {
      await change();
      const links = await tokens();
      await confirm(side === 'old' ? links.new : links.old);
      expect((await answer('refuse', links[side])).status).toBe(204);
      expect((await confirm(links.old)).status).toBe(404);
      expect((await confirm(links.new)).status).toBe(404);
      expect(await emailOf()).toBe('dev@birch.example');
    },
  );

  it('end when they are given up, replaced, or a day old', async () => {
    await change();
    const given = await tokens();
    expect((await portal.as('birch/dev').delete(MINE)).status).toBe(204);
    expect((await confirm(given.new)).status).toBe(404);

    await change();
    const [, , ...mails] = await openMails(portal, 4);
    const replaced = mails.find(({ to }) => to === WANTED)!.token!;
    expect((await change('d@birch.example')).status).toBe(409);
    await age({ created_at: new Date(0) });
    expect((await change('d@birch.example')).status).toBe(202);
    expect((await confirm(replaced)).status).toBe(404);

    await age({ expires_at: new Date(0) });
    const last = (await openMails(portal, 6)).at(-1)!.token!;
    expect((await confirm(last)).status).toBe(404);
    expect(await pending()).toBeUndefined();
  });

  it('tell whoever asks nothing about an address that is taken', async () => {
    const free = await change();
    await portal.as('birch/dev').delete(MINE);
    const taken = await change('BEA@birch.example');
    expect(taken.status).toBe(free.status);
    expect(Object.keys(taken.body)).toEqual(Object.keys(free.body));
    const [, , ...mails] = await openMails(portal, 4);
    expect(mails.map(({ to, template }) => [to, template])).toEqual(
      expect.arrayContaining([
        ['dev@birch.example', 'emailChangeOld'],
        ['BEA@birch.example', 'emailChangeTaken'],
      ]),
    );
    const token = mails.find(
      ({ template }) => template === 'emailChangeOld',
    )!.token!;
    expect((await confirm(token)).body).toEqual({ isDone: false });
    expect(await emailOf()).toBe('dev@birch.example');
    expect(await pending()).toMatchObject({ isNewConfirmed: false });
  });

  it('yield to a member who got the address meanwhile', async () => {
    await change();
    const links = await tokens();
    await confirm(links.old);
    await portal
      .as('birch/ada')
      .post('/api/tenancy/customers/birch/members')
      .send({
        email: WANTED,
        displayName: 'Devon',
        role: 'viewer',
      });
    expect((await confirm(links.new)).status).toBe(409);
    expect(await emailOf()).toBe('dev@birch.example');
  });

  it('need the password, and say when it was guessed at too often', async () => {
    const wrong = await change(WANTED, 'wrong');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toBe('The password is wrong');
    expect(await pending()).toBeUndefined();
    portal.signIn.state.isBlocking = true;
    const blocked = await change();
    expect(blocked.status).toBe(429);
    expect(blocked.get('retry-after')).toBe('7');
  });

  it('change something', async () => {
    expect((await change('DEV@birch.example')).status).toBe(400);
  });

  it('are for staff, too, and for nobody without a session', async () => {
    const reply = await change(
      'olga.o@host.example',
      RIGHT_PASSWORD,
      'default/olga',
    );
    expect(reply.status).toBe(202);
    expect((await openMails(portal, 2))[0].text).toContain('Freehold Hosting');
    expect((await portal.asService().get(MINE)).status).toBe(403);
  });

  it('open to nobody who guesses links', async () => {
    await change();
    const links = await tokens();
    const madeUp = await confirm(`birch.${'a'.repeat(43)}`);
    const elsewhere = await confirm(links.new.replace('birch', 'cedar'));
    for (const refused of [madeUp, elsewhere, await confirm('nonsense')]) {
      expect(refused.status).toBe(404);
      expect(refused.body.error.message).toBe(madeUp.body.error.message);
    }
  });

  it('of a removed member end with the membership', async () => {
    await change();
    const links = await tokens();
    await portal
      .as('birch/ada')
      .delete('/api/tenancy/customers/birch/members/dev');
    expect((await confirm(links.old)).status).toBe(404);
  });
});
