import { TestDatabases } from '@backstage/backend-test-utils';
import { openMails } from './__testUtils__/openMails';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  APP_URL,
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const BIRCH = '/api/tenancy/tenants/birch/invitations';
const STAFF = '/api/tenancy/tenants/default/invitations';
const CARL = { email: 'Carl.Cook@birch.example', role: 'developer' };

describe('invitations', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  const invite = (input: object = CARL, user = 'birch/ada', path = BIRCH) =>
    portal.as(user).post(path).send(input);
  const inspect = (token: string) =>
    portal.asNobody().post('/api/tenancy/invitations/inspect').send({ token });
  const accept = (token: string, displayName = 'Carl Cook') =>
    portal
      .asNobody()
      .post('/api/tenancy/invitations/accept')
      .send({ token, displayName });
  const lastToken = async (count: number) =>
    (await openMails(portal, count)).at(-1)!.token!;
  const age = (changes: object) =>
    portal.database.transaction('birch', trx =>
      trx('invitations').update(changes),
    );
  const membersOf = async (customer: string, search: string) =>
    (
      await portal
        .as('default/olga')
        .get(`/api/tenancy/customers/${customer}/members?search=${search}`)
    ).body.items;

  it('lead by a mail to membership and a link for the first password', async () => {
    const reply = await invite();
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      tenant: 'birch',
      ...CARL,
      state: 'open',
      invitedBy: 'user:birch/ada',
      inviterName: 'ADA of birch',
    });
    const [mail] = await openMails(portal, 1);
    expect(mail).toMatchObject({ to: CARL.email, template: 'invitation' });
    expect(mail.text).toContain('ADA of birch invites you');
    expect(mail.text).toContain('Birch Bakery');
    expect(mail.text).toContain(`${APP_URL}/accept-invitation#token=birch.`);

    expect((await inspect(mail.token!)).body).toMatchObject({
      state: 'open',
      tenantName: 'Birch Bakery',
      ...CARL,
      inviterName: 'ADA of birch',
    });
    const accepted = await accept(mail.token!);
    expect(accepted.status).toBe(200);
    expect(accepted.body.url).toContain('/set-password#token=');
    expect(await membersOf('birch', 'carl')).toMatchObject([
      { name: 'carl-cook', displayName: 'Carl Cook', role: 'developer' },
    ]);
    expect(portal.events).toContainEqual({
      tenant: 'birch',
      member: 'carl-cook',
    });
    expect((await portal.as('birch/ada').get(BIRCH)).body.total).toBe(0);
  });

  it('keep their token out of everything but the mail', async () => {
    const reply = await invite();
    const token = await lastToken(1);
    const list = await portal.as('birch/ada').get(BIRCH);
    const rows = await portal.database.acrossTenants('test', async trx => [
      await trx('invitations').select(),
      await trx('mails').select(),
      await trx('outbox').select(),
    ]);
    for (const text of [reply.body, list.body, rows]) {
      expect(JSON.stringify(text)).not.toContain(token.split('.')[1]);
    }
  });

  it('make one member, however often and at once they are accepted', async () => {
    await invite();
    const token = await lastToken(1);
    const answers = await Promise.all([1, 2, 3].map(() => accept(token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await membersOf('birch', 'carl')).toHaveLength(1);
  });

  it('can be accepted again while sign-in was down, or the answer was lost', async () => {
    await invite();
    const token = await lastToken(1);
    portal.signIn.state.isDown = true;
    expect((await accept(token)).status).toBe(503);
    portal.signIn.state.isDown = false;
    expect((await accept(token)).status).toBe(200);
    expect((await accept(token)).status).toBe(200);
    expect(await membersOf('birch', 'carl')).toHaveLength(1);
  });

  it('open nothing any more once the first password is set', async () => {
    await invite();
    const token = await lastToken(1);
    await accept(token);
    portal.signIn.state.withPassword.add('birch/carl-cook');
    expect((await accept(token)).status).toBe(404);
    expect((await inspect(token)).body.state).toBe('used');
  });

  it('open nothing for a member who was removed', async () => {
    await invite();
    const token = await lastToken(1);
    await accept(token);
    await portal
      .as('birch/ada')
      .delete('/api/tenancy/customers/birch/members/carl-cook');
    expect((await accept(token)).status).toBe(404);
    expect(await membersOf('birch', 'carl')).toEqual([]);
  });

  it('get a new link when resent, and the one before dies', async () => {
    const { id } = (await invite()).body;
    const first = await lastToken(1);
    const resend = () => portal.as('birch/bea').post(`${BIRCH}/${id}/resend`);
    expect((await resend()).status).toBe(409);
    await age({ sent_at: new Date(0), expires_at: new Date(0) });
    const resent = await resend();
    expect(resent.status).toBe(200);
    expect(resent.body.state).toBe('open');
    const second = await lastToken(2);
    expect(second).not.toBe(first);
    expect((await accept(first)).status).toBe(404);
    expect((await accept(second)).status).toBe(200);
    expect((await resend()).status).toBe(404);
  });

  it('end when revoked or expired, which only the right link tells', async () => {
    const { id } = (await invite()).body;
    const token = await lastToken(1);
    await age({ expires_at: new Date(0) });
    expect((await inspect(token)).body.state).toBe('expired');
    const expired = await accept(token);

    const revoked = await portal.as('birch/ada').delete(`${BIRCH}/${id}`);
    expect(revoked.status).toBe(204);
    expect((await inspect(token)).body.state).toBe('revoked');
    const afterwards = await accept(token);
    const madeUp = await accept(`birch.${'a'.repeat(43)}`);
    const elsewhere = await accept(token.replace('birch', 'cedar'));
    const noTenant = await accept(token.replace('birch', 'nowhere'));
    const nonsense = await accept('nonsense');
    for (const answer of [
      expired,
      afterwards,
      madeUp,
      elsewhere,
      noTenant,
      nonsense,
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toBe(madeUp.body.error.message);
    }
  });

  it('answer no guess before its time', async () => {
    const startedAt = performance.now();
    await inspect('nonsense');
    // Timers may fire a little early.
    expect(performance.now() - startedAt + 2).toBeGreaterThanOrEqual(300);
  });

  it('stop who guesses, and let whoever comes later in', async () => {
    await invite();
    const token = await lastToken(1);
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        inspect(`birch.${String(index).padStart(43, 'x')}`),
      ),
    );
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter(status => status === 404)).toHaveLength(20);
    expect(statuses.filter(status => status === 429)).toHaveLength(10);
    const stopped = await inspect(token);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.get('retry-after'))).toBeGreaterThan(0);
    await portal.database.acrossTenants('test', trx =>
      trx('token_guesses').update({ expire: Date.now() - 1 }),
    );
    expect((await inspect(token)).status).toBe(200);
  });

  it('go to an address once, in whatever case, and to no member', async () => {
    await invite();
    const twice = await invite({ ...CARL, email: 'CARL.COOK@birch.example' });
    expect(twice.status).toBe(409);
    expect((await invite({ ...CARL, email: 'Bea@birch.example' })).status).toBe(
      409,
    );
    await age({ expires_at: new Date(0) });
    expect((await invite()).status).toBe(201);
    expect((await portal.as('birch/ada').get(BIRCH)).body.total).toBe(1);
  });

  it('wait for somebody to make room when a hundred wait', async () => {
    for (let index = 0; index < 100; index++) {
      const reply = await invite({
        email: `p${index}@birch.example`,
        role: 'viewer',
      });
      expect(reply.status).toBe(201);
    }
    expect((await invite()).status).toBe(409);
  });

  it('of owners are for owners and operators to give and to take', async () => {
    const owner = { ...CARL, role: 'owner' };
    expect((await invite(owner, 'birch/ada')).status).toBe(403);
    const { id } = (await invite(owner, 'birch/bea')).body;
    expect(
      (await portal.as('birch/ada').post(`${BIRCH}/${id}/resend`)).status,
    ).toBe(403);
    expect((await portal.as('birch/ada').delete(`${BIRCH}/${id}`)).status).toBe(
      403,
    );
    expect(
      (await portal.as('default/olga').delete(`${BIRCH}/${id}`)).status,
    ).toBe(204);
  });

  it('to the staff come from operators', async () => {
    const finn = { email: 'finn@host.example', role: 'finance' };
    expect((await invite(finn, 'default/olga', STAFF)).status).toBe(201);
    const mail = (await openMails(portal, 1))[0];
    expect(mail.text).toContain('Freehold Hosting');
    expect((await accept(mail.token!, 'Finn')).status).toBe(200);
    expect(
      (await portal.as('default/finn').get('/api/tenancy/me')).body,
    ).toMatchObject({ kind: 'staff', role: 'finance' });
  });

  it('of a customer that does not exist are not found', async () => {
    const staff = portal.as('default/olga');
    const nobodys = '/api/tenancy/tenants/nobody/invitations';
    expect((await staff.get(nobodys)).status).toBe(404);
    expect((await staff.post(nobodys).send(CARL)).status).toBe(404);
    expect((await staff.get(STAFF)).status).toBe(200);
  });

  it.each([
    ['birch', { ...CARL, role: 'operator' }, BIRCH],
    ['the staff', { ...CARL, role: 'owner' }, STAFF],
  ])('to %s give no role of the others', async (_who, input, path) => {
    const reply = await invite(input, 'default/olga', path);
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toMatch(/choose/);
  });

  it.each(['birch/dev', 'default/sam'])(
    'are not for %s, whatever the policy says',
    async user => {
      expect((await invite(CARL, user)).status).toBe(403);
    },
  );

  it('of another customer answer as unknown ones do', async () => {
    const { id } = (await invite()).body;
    const foreign = portal.as('cedar/cat');
    for (const answer of [
      await foreign.get(BIRCH),
      await foreign.post(BIRCH).send(CARL),
      await foreign.delete(`${BIRCH}/${id}`),
      await foreign.post(`${BIRCH}/${id}/resend`),
      await foreign.get(STAFF),
    ]) {
      expect(answer.status).toBe(404);
    }
    const own = `/api/tenancy/tenants/cedar/invitations/${id}`;
    expect((await foreign.delete(own)).status).toBe(404);
    expect((await portal.as('birch/ada').get(BIRCH)).body.total).toBe(1);
  });

  it('wait while their customer is deactivated', async () => {
    await invite();
    const token = await lastToken(1);
    await portal
      .as('default/olga')
      .post('/api/tenancy/customers/birch/deactivate')
      .send({ reason: 'unpaid' });
    expect((await accept(token)).status).toBe(409);
    expect(
      (await invite({ ...CARL, email: 'x@birch.example' }, 'default/olga'))
        .status,
    ).toBe(409);
    await portal
      .as('default/olga')
      .post('/api/tenancy/customers/birch/reactivate');
    expect((await accept(token)).status).toBe(200);
  });
});
