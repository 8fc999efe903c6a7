import { TestDatabases } from '@backstage/backend-test-utils';
import type { MailMessage } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { seedTenancy } from './__testUtils__/seedTenancy';
import { Refusal, startMailServer } from './__testUtils__/startMailServer';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const MAILS = '/api/tenancy/mails';
const SECRET_LINK = 'http://portal.example:7007/set-password#token=canary';

const reset = (changes: Partial<MailMessage> = {}): MailMessage => ({
  kind: 'mail',
  id: randomUUID(),
  tenant: 'birch',
  to: { email: 'bea@birch.example', name: 'Bea' },
  template: 'passwordReset',
  parameters: {
    tenantName: 'Birch <Bakery>',
    url: SECRET_LINK,
    expiresAt: '2030-05-03T09:00:00.000Z',
  },
  ...changes,
});

describe('mails', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;
  const servers: Awaited<ReturnType<typeof startMailServer>>[] = [];

  const start = async (mail?: { from: string; smtp: any }) => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'), {
      mail,
    });
    await seedTenancy(portal.database);
  };

  const startSending = async (
    options?: Parameters<typeof startMailServer>[0],
  ) => {
    const server = await startMailServer(options);
    servers.push(server);
    await start({
      from: 'Freehold <portal@freehold.example>',
      smtp: server.settings,
    });
    return server;
  };

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  const deliver = (...messages: MailMessage[]) =>
    portal.asService().post('/api/tenancy/outbox').send({ messages });

  const list = async (query = '') =>
    (await portal.as('default/olga').get(`${MAILS}${query}`)).body;

  const open = async (id: string, tenant = 'birch') =>
    portal.as('default/olga').get(`/api/tenancy/tenants/${tenant}/mails/${id}`);

  const untilState = async (id: string, state: string) => {
    for (let tries = 0; tries < 400; tries++) {
      const { body } = await open(id);
      if (body.state === state) {
        return body;
      }
      await setTimeout(50);
    }
    throw new Error(`The mail never became ${state}`);
  };

  const rows = () =>
    portal.database.acrossTenants('test', async trx => trx('mails').select());

  it('go out as text and HTML that say the same', async () => {
    const server = await startSending();
    await deliver(reset());
    const [mail] = await server.received(1);
    expect(mail).toMatchObject({
      from: 'portal@freehold.example',
      to: ['bea@birch.example'],
    });
    const source = unfold(mail.source);
    expect(source).toContain('multipart/alternative');
    expect(source).toContain('Subject: Set a new password for Birch <Bakery>');
    expect(source).toContain('Hello Bea,');
    expect(source).toContain('3 May 2030 at 09:00 UTC');
    expect(source.split(SECRET_LINK).length - 1).toBe(3);
    expect(source).toContain('account at Birch &lt;Bakery&gt;');
    expect(source).not.toMatch(/<img|<table|<script/);
  });

  it('forget their links once they went out', async () => {
    const server = await startSending();
    const message = reset();
    await deliver(message);
    await server.received(1);
    const sent = await untilState(message.id, 'sent');
    expect(sent).toMatchObject({ attempts: 1 });
    expect(sent).not.toHaveProperty('html');
    expect((await rows())[0].sealed_parameters).toBeNull();
  });

  it('hold their links sealed until then', async () => {
    await start();
    await deliver(reset());
    const [row] = await rows();
    expect(row.sealed_parameters.includes('canary')).toBe(false);
    expect(JSON.stringify(row)).not.toContain('canary');
  });

  it('go out once, however often the outbox brings them', async () => {
    const server = await startSending();
    const message = reset();
    await deliver(message, message);
    await deliver(message);
    await untilState(message.id, 'sent');
    await setTimeout(2_500);
    expect(server.mails).toHaveLength(1);
  });

  it('are tried again while the server is away, and staff see why', async () => {
    const server = await startSending();
    await server.stop();
    servers.splice(0);
    const message = reset();
    await deliver(message);
    await untilTried(message.id);
    const waiting = (await open(message.id)).body;
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1 });
    expect(waiting.lastProblem).toMatch(/cannot be reached/);
    const waitMs = Date.parse(waiting.nextAttemptAt) - Date.now();
    expect(waitMs).toBeGreaterThan(20_000);
    expect(waitMs).toBeLessThan(31_000);
  });

  it('fail for good after a day, and can be sent again by operators', async () => {
    let isDown = true;
    const server = await startSending({
      refuse: () => (isDown ? new Refusal(451) : undefined),
    });
    const message = reset();
    await deliver(message);
    await untilTried(message.id);
    await portal.database.transaction('birch', trx =>
      trx('mails').update({
        next_attempt_at: new Date(),
        give_up_at: new Date(),
      }),
    );
    const failed = await untilState(message.id, 'failed');
    expect(failed.lastProblem).toMatch(/\(451\)/);

    isDown = false;
    const path = `/api/tenancy/tenants/birch/mails/${message.id}/send-again`;
    const again = await portal.as('default/olga').post(path);
    expect(again.body).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await server.received(1)).toHaveLength(1);
    await untilState(message.id, 'sent');
    expect((await portal.as('default/olga').post(path)).status).toBe(409);
  });

  it('fail at once when the server says the address is none', async () => {
    await startSending({ refuse: () => new Refusal(550) });
    const message = reset();
    await deliver(message);
    const failed = await untilState(message.id, 'failed');
    expect(failed).toMatchObject({ attempts: 1 });
  });

  it.each([
    ['an unknown template', { template: 'nonsense' }],
    ['other parameters', { parameters: { url: SECRET_LINK } }],
    [
      'a link that is none',
      {
        parameters: { ...reset().parameters, url: 'data:text/html,hello' },
      },
    ],
  ])(
    'of %s are kept as failed, and hold nothing up',
    async (_what, changes) => {
      await start();
      const bad = reset(changes);
      const reply = await deliver(bad, reset());
      expect(reply.body.receipts).toEqual([
        { id: bad.id },
        { id: expect.any(String) },
      ]);
      expect((await open(bad.id)).body).toMatchObject({
        state: 'failed',
        lastProblem: expect.stringMatching(/template/),
      });
      expect((await list('?state=kept')).total).toBe(1);
    },
  );

  it('lead nobody away from the portal, whatever a notification links to', async () => {
    await start();
    const notify = (link: string) =>
      reset({
        template: 'notification',
        parameters: { title: 'Your site is live', link },
      });
    const own = notify('/deployments/dep_1');
    const foreign = notify('https://evil.example/portal');
    const tricky = notify('//evil.example/portal');
    await deliver(own, foreign, tricky);
    expect((await open(own.id)).body.html).toContain(
      'href="http://portal.example:7007/deployments/dep_1"',
    );
    for (const { id } of [foreign, tricky]) {
      expect((await open(id)).body.html).not.toContain('evil');
    }
  });

  it('are kept where no server is configured, for operators to open', async () => {
    await start();
    const message = reset();
    await deliver(message);
    const page = await list('?search=BEA');
    expect(page).toMatchObject({ total: 1, isSending: false });
    expect(page.items[0]).toMatchObject({
      tenant: 'birch',
      subject: 'Set a new password for Birch <Bakery>',
      recipient: { email: 'bea@birch.example', name: 'Bea' },
      state: 'kept',
    });
    expect(JSON.stringify(page)).not.toContain('canary');
    const { body } = await open(message.id);
    expect(body.text).toContain(SECRET_LINK);
    expect(body.html).toContain(`href="${SECRET_LINK}"`);
  });

  it('keep their words to themselves once a server is configured', async () => {
    const server = await startSending({ refuse: () => new Refusal(550) });
    const message = reset();
    await deliver(message);
    await untilState(message.id, 'failed');
    const { body } = await open(message.id);
    expect(JSON.stringify(body)).not.toContain('canary');
    expect(server.mails).toHaveLength(0);
  });

  it('are one answer for what is unknown and what is elsewhere', async () => {
    await start();
    const message = reset();
    await deliver(message);
    const elsewhere = await open(message.id, 'cedar');
    const unknown = await open(randomUUID(), 'cedar');
    expect(elsewhere.status).toBe(404);
    expect(elsewhere.body.error.message.replace(message.id, '')).toBe(
      unknown.body.error.message.replace(/'.*'/, "''"),
    );
  });

  it.each(['birch/bea', 'birch/ada'])(
    'are nothing for members (%s)',
    async user => {
      await start();
      const message = reset();
      await deliver(message);
      expect((await portal.as(user).get(MAILS)).status).toBe(403);
      const path = `/api/tenancy/tenants/birch/mails/${message.id}`;
      expect((await portal.as(user).get(path)).status).toBe(403);
      expect((await portal.as(user).post(`${path}/send-again`)).status).toBe(
        403,
      );
    },
  );

  async function untilTried(id: string): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      if ((await open(id)).body.lastProblem) {
        return;
      }
      await setTimeout(50);
    }
    throw new Error('The mail was never tried');
  }
});

/** Takes back what quoted-printable did to lines and characters. */
function unfold(source: string): string {
  return source
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
}
